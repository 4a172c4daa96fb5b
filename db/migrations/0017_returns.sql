CREATE TABLE "call_scripts" (
	"key" text PRIMARY KEY NOT NULL,
	"text_zh" text NOT NULL,
	"text_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inspection_answers" (
	"follow_up_id" bigint PRIMARY KEY NOT NULL,
	"attitude" smallint NOT NULL,
	"quality" smallint NOT NULL,
	"solved" smallint NOT NULL,
	"punctuality" smallint NOT NULL,
	"tidiness" smallint NOT NULL,
	"recommend" smallint,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "inspection_answers_scores" CHECK ("inspection_answers"."attitude" between 1 and 5 and "inspection_answers"."quality" between 1 and 5 and "inspection_answers"."solved" between 1 and 5 and "inspection_answers"."punctuality" between 1 and 5 and "inspection_answers"."tidiness" between 1 and 5),
	CONSTRAINT "inspection_answers_recommend" CHECK ("inspection_answers"."recommend" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "answerabilities" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answerabilities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"seq" smallint NOT NULL,
	"cause" text NOT NULL,
	"evidence" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"submission_key" text,
	CONSTRAINT "answerabilities_submission_key_unique" UNIQUE("submission_key"),
	CONSTRAINT "answerabilities_seq" UNIQUE("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "answerability_approvals" (
	"answerability_id" bigint PRIMARY KEY NOT NULL,
	"approved" boolean NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answerability_shares" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answerability_shares_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"answerability_id" bigint NOT NULL,
	"party" text NOT NULL,
	"percent" smallint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"crew_id" bigint,
	"staff_id" uuid,
	CONSTRAINT "answerability_shares_once" UNIQUE NULLS NOT DISTINCT("answerability_id","party","crew_id","staff_id"),
	CONSTRAINT "answerability_shares_percent" CHECK ("answerability_shares"."percent" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "return_approvals" (
	"decision_id" bigint PRIMARY KEY NOT NULL,
	"approved" boolean NOT NULL,
	"reason" text NOT NULL,
	"saw" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_cases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "return_cases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text GENERATED ALWAYS AS ('RX' || (100000 + id)::text) STORED NOT NULL,
	"ticket_id" bigint NOT NULL,
	"order_id" bigint,
	"order_line_id" bigint,
	"product_id" bigint,
	"product" text NOT NULL,
	"quantity" integer DEFAULT 1 NOT NULL,
	"pieces" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason" text NOT NULL,
	"wish" text NOT NULL,
	"words" text NOT NULL,
	"unpacked" boolean,
	"misused" boolean,
	"delivered_on" date,
	"batch" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"level" text DEFAULT 'desk' NOT NULL,
	"decision_id" bigint,
	"pending_id" bigint,
	"answerability_id" bigint,
	"answerability_pending_id" bigint,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"appealed_at" timestamp with time zone,
	"appeal_words" text,
	"closed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"submission_key" text,
	CONSTRAINT "return_cases_number_unique" UNIQUE("number"),
	CONSTRAINT "return_cases_submission_key_unique" UNIQUE("submission_key"),
	CONSTRAINT "return_cases_quantity" CHECK ("return_cases"."quantity" > 0),
	CONSTRAINT "return_cases_pending" CHECK (("return_cases"."status" = 'approving') = ("return_cases"."pending_id" is not null)),
	CONSTRAINT "return_cases_decided" CHECK ("return_cases"."status" not in ('acting', 'closed') or "return_cases"."decision_id" is not null),
	CONSTRAINT "return_cases_appeal" CHECK (("return_cases"."appealed_at" is null) = ("return_cases"."appeal_words" is null)),
	CONSTRAINT "return_cases_appealed" CHECK ("return_cases"."status" <> 'appealed' or "return_cases"."appealed_at" is not null),
	CONSTRAINT "return_cases_closed" CHECK (("return_cases"."status" = 'closed') = ("return_cases"."closed_at" is not null)),
	CONSTRAINT "return_cases_answerable" CHECK ("return_cases"."status" <> 'closed' or "return_cases"."answerability_id" is not null),
	CONSTRAINT "return_cases_cancelled" CHECK (("return_cases"."status" = 'cancelled') = ("return_cases"."cancelled_at" is not null) and ("return_cases"."cancelled_at" is null) = ("return_cases"."cancel_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "return_consequences" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "return_consequences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"decision_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"what" text NOT NULL,
	"promised_on" date,
	"after_id" bigint,
	"skill" text,
	"not_before" timestamp with time zone,
	"collects" boolean DEFAULT false NOT NULL,
	"visit_id" bigint,
	"amount" bigint,
	"currency" text,
	"method" text,
	"made_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"started_by" uuid,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"note" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_because" text,
	CONSTRAINT "return_consequences_visit" CHECK (("return_consequences"."kind" in ('collection', 'delivery', 'repair')) = ("return_consequences"."skill" is not null) and ("return_consequences"."visit_id" is null or "return_consequences"."skill" is not null)),
	CONSTRAINT "return_consequences_booked" CHECK ("return_consequences"."skill" is null or "return_consequences"."status" <> 'going' or "return_consequences"."visit_id" is not null),
	CONSTRAINT "return_consequences_gate" CHECK ("return_consequences"."not_before" is null or "return_consequences"."skill" is not null),
	CONSTRAINT "return_consequences_refund" CHECK (("return_consequences"."kind" = 'refund') = ("return_consequences"."amount" is not null) and ("return_consequences"."amount" is null) = ("return_consequences"."currency" is null) and ("return_consequences"."amount" is null) = ("return_consequences"."method" is null)),
	CONSTRAINT "return_consequences_amount" CHECK ("return_consequences"."amount" > 0),
	CONSTRAINT "return_consequences_promised" CHECK (("return_consequences"."kind" in ('goods', 'part')) = ("return_consequences"."promised_on" is not null)),
	CONSTRAINT "return_consequences_done" CHECK (("return_consequences"."status" = 'done') = ("return_consequences"."done_at" is not null)),
	CONSTRAINT "return_consequences_cancelled" CHECK (("return_consequences"."status" = 'cancelled') = ("return_consequences"."cancelled_at" is not null) and ("return_consequences"."cancelled_at" is null) = ("return_consequences"."cancelled_because" is null))
);
--> statement-breakpoint
CREATE TABLE "return_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "return_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" bigint NOT NULL,
	"seq" smallint NOT NULL,
	"remedy" text NOT NULL,
	"why" text NOT NULL,
	"told" text NOT NULL,
	"terms" jsonb NOT NULL,
	"costs" jsonb NOT NULL,
	"total" bigint NOT NULL,
	"currency" text NOT NULL,
	"plan" jsonb NOT NULL,
	"needs" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"submission_key" text,
	CONSTRAINT "return_decisions_submission_key_unique" UNIQUE("submission_key"),
	CONSTRAINT "return_decisions_seq" UNIQUE("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "return_inspections" (
	"consequence_id" bigint PRIMARY KEY NOT NULL,
	"condition" text NOT NULL,
	"fate" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_terms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "return_terms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"product_id" bigint,
	"reasons" text[] NOT NULL,
	"remedies" text[] NOT NULL,
	"days" smallint,
	"months" smallint,
	"unopened" boolean DEFAULT false NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "return_terms_span" CHECK (("return_terms"."days" is null) <> ("return_terms"."months" is null)),
	CONSTRAINT "return_terms_positive" CHECK ("return_terms"."days" > 0 or "return_terms"."months" > 0)
);
--> statement-breakpoint
CREATE TABLE "supplier_claims" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supplier_claims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"number" text GENERATED ALWAYS AS ('SC' || (100000 + id)::text) STORED NOT NULL,
	"case_id" bigint NOT NULL,
	"supplier" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"credited" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "supplier_claims_number_unique" UNIQUE("number"),
	CONSTRAINT "supplier_claims_amount" CHECK ("supplier_claims"."amount" > 0),
	CONSTRAINT "supplier_claims_sent" CHECK ("supplier_claims"."status" in ('open', 'withdrawn') or "supplier_claims"."sent_at" is not null),
	CONSTRAINT "supplier_claims_settled" CHECK (("supplier_claims"."status" in ('credited', 'refused', 'withdrawn')) = ("supplier_claims"."settled_at" is not null)),
	CONSTRAINT "supplier_claims_credited" CHECK (("supplier_claims"."status" = 'credited') = ("supplier_claims"."credited" is not null))
);
--> statement-breakpoint
CREATE TABLE "complaint_findings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "complaint_findings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" bigint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"submission_key" text,
	CONSTRAINT "complaint_findings_submission_key_unique" UNIQUE("submission_key")
);
--> statement-breakpoint
CREATE TABLE "complaint_people" (
	"ticket_id" bigint NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "complaint_people_ticket_id_staff_id_pk" PRIMARY KEY("ticket_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"ticket_id" bigint PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"about" text,
	"opened_at" timestamp with time zone NOT NULL,
	"cause" text DEFAULT '' NOT NULL,
	"resolution" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"verdict" text,
	"verdict_words" text DEFAULT '' NOT NULL,
	"verdict_at" timestamp with time zone,
	"verdict_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"closed_because" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "complaints_answered" CHECK ("complaints"."status" not in ('answered', 'closed') or ("complaints"."resolution" is not null and "complaints"."answered_at" is not null)),
	CONSTRAINT "complaints_verdict" CHECK (("complaints"."verdict" is null) = ("complaints"."verdict_at" is null)),
	CONSTRAINT "complaints_closed" CHECK (("complaints"."status" = 'closed') = ("complaints"."closed_at" is not null)),
	CONSTRAINT "complaints_ends" CHECK ("complaints"."status" <> 'closed' or "complaints"."verdict" = 'content' or ("complaints"."closed_by" is not null and "complaints"."closed_because" is not null))
);
--> statement-breakpoint
CREATE TABLE "faults" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "faults_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" bigint NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'raised' NOT NULL,
	"what" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"raised_by" uuid NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_why" text,
	CONSTRAINT "faults_not_oneself" CHECK ("faults"."raised_by" <> "faults"."staff_id" and "faults"."decided_by" <> "faults"."staff_id"),
	CONSTRAINT "faults_answer" CHECK (("faults"."answer" is null) = ("faults"."answered_at" is null)),
	CONSTRAINT "faults_decided" CHECK (("faults"."status" in ('verified', 'dismissed')) = ("faults"."decided_at" is not null) and ("faults"."decided_at" is null) = ("faults"."decided_by" is null) and ("faults"."decided_at" is null) = ("faults"."decision_why" is null)),
	CONSTRAINT "faults_heard" CHECK ("faults"."status" <> 'verified' or "faults"."answered_at" is not null or "faults"."decided_at" >= "faults"."answer_by"),
	CONSTRAINT "faults_answered" CHECK ("faults"."status" <> 'answered' or "faults"."answered_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "follow_ups" DROP CONSTRAINT "follow_ups_visit_id_unique";--> statement-breakpoint
ALTER TABLE "follow_ups" ALTER COLUMN "visit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contract_until" date;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "kind" text DEFAULT 'visit' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "period" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "pieces" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "supplier" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "case_id" bigint;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "shot" text;--> statement-breakpoint
ALTER TABLE "inspection_answers" ADD CONSTRAINT "inspection_answers_follow_up_id_follow_ups_id_fk" FOREIGN KEY ("follow_up_id") REFERENCES "public"."follow_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_answers" ADD CONSTRAINT "inspection_answers_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerabilities" ADD CONSTRAINT "answerabilities_case_id_return_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."return_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerabilities" ADD CONSTRAINT "answerabilities_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerability_approvals" ADD CONSTRAINT "answerability_approvals_answerability_id_answerabilities_id_fk" FOREIGN KEY ("answerability_id") REFERENCES "public"."answerabilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerability_approvals" ADD CONSTRAINT "answerability_approvals_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerability_shares" ADD CONSTRAINT "answerability_shares_answerability_id_answerabilities_id_fk" FOREIGN KEY ("answerability_id") REFERENCES "public"."answerabilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerability_shares" ADD CONSTRAINT "answerability_shares_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answerability_shares" ADD CONSTRAINT "answerability_shares_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_approvals" ADD CONSTRAINT "return_approvals_decision_id_return_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."return_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_approvals" ADD CONSTRAINT "return_approvals_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_decision_id_return_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."return_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_pending_id_return_decisions_id_fk" FOREIGN KEY ("pending_id") REFERENCES "public"."return_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_answerability_id_answerabilities_id_fk" FOREIGN KEY ("answerability_id") REFERENCES "public"."answerabilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_cases" ADD CONSTRAINT "return_cases_answerability_pending_id_answerabilities_id_fk" FOREIGN KEY ("answerability_pending_id") REFERENCES "public"."answerabilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_consequences" ADD CONSTRAINT "return_consequences_case_id_return_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."return_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_consequences" ADD CONSTRAINT "return_consequences_decision_id_return_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."return_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_consequences" ADD CONSTRAINT "return_consequences_after_id_return_consequences_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."return_consequences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_consequences" ADD CONSTRAINT "return_consequences_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_consequences" ADD CONSTRAINT "return_consequences_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_consequences" ADD CONSTRAINT "return_consequences_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_decisions" ADD CONSTRAINT "return_decisions_case_id_return_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."return_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_decisions" ADD CONSTRAINT "return_decisions_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_inspections" ADD CONSTRAINT "return_inspections_consequence_id_return_consequences_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."return_consequences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_inspections" ADD CONSTRAINT "return_inspections_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_terms" ADD CONSTRAINT "return_terms_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_claims" ADD CONSTRAINT "supplier_claims_case_id_return_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."return_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_claims" ADD CONSTRAINT "supplier_claims_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_claims" ADD CONSTRAINT "supplier_claims_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_findings" ADD CONSTRAINT "complaint_findings_ticket_id_complaints_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."complaints"("ticket_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_findings" ADD CONSTRAINT "complaint_findings_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_people" ADD CONSTRAINT "complaint_people_ticket_id_complaints_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."complaints"("ticket_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_people" ADD CONSTRAINT "complaint_people_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_people" ADD CONSTRAINT "complaint_people_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_verdict_by_staff_id_fk" FOREIGN KEY ("verdict_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_ticket_id_complaints_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."complaints"("ticket_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_raised_by_staff_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answerability_shares_staff" ON "answerability_shares" USING btree ("staff_id") WHERE "answerability_shares"."staff_id" is not null;--> statement-breakpoint
CREATE INDEX "answerability_shares_crew" ON "answerability_shares" USING btree ("crew_id") WHERE "answerability_shares"."crew_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "return_cases_one_open_a_ticket" ON "return_cases" USING btree ("ticket_id") WHERE "return_cases"."status" in ('asked', 'approving', 'acting', 'appealed');--> statement-breakpoint
CREATE INDEX "return_cases_ticket" ON "return_cases" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "return_cases_open" ON "return_cases" USING btree ("due_at","id") WHERE "return_cases"."status" in ('asked', 'approving', 'acting', 'appealed');--> statement-breakpoint
CREATE INDEX "return_cases_status" ON "return_cases" USING btree ("status","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "return_cases_asked" ON "return_cases" USING btree ("asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "return_cases_reason" ON "return_cases" USING btree ("reason","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "return_cases_product" ON "return_cases" USING btree ("product_id","asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "return_cases_order" ON "return_cases" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_consequences_one_a_visit" ON "return_consequences" USING btree ("visit_id") WHERE "return_consequences"."visit_id" is not null;--> statement-breakpoint
CREATE INDEX "return_consequences_case" ON "return_consequences" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "return_consequences_to_do" ON "return_consequences" USING btree ("kind","promised_on","id") WHERE "return_consequences"."status" in ('open', 'going');--> statement-breakpoint
CREATE INDEX "return_decisions_by" ON "return_decisions" USING btree ("by","id");--> statement-breakpoint
CREATE INDEX "return_terms_position" ON "return_terms" USING btree ("position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_claims_once" ON "supplier_claims" USING btree ("case_id","supplier") WHERE "supplier_claims"."status" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "supplier_claims_waiting" ON "supplier_claims" USING btree ("sent_at","id") WHERE "supplier_claims"."status" in ('open', 'sent');--> statement-breakpoint
CREATE INDEX "supplier_claims_made" ON "supplier_claims" USING btree ("made_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaint_findings_complaint" ON "complaint_findings" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "complaint_people_staff" ON "complaint_people" USING btree ("staff_id","ticket_id");--> statement-breakpoint
CREATE INDEX "complaints_status" ON "complaints" USING btree ("status","opened_at" DESC NULLS LAST,"ticket_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "complaints_open" ON "complaints" USING btree ("opened_at","ticket_id") WHERE "complaints"."status" in ('open', 'investigating', 'answered');--> statement-breakpoint
CREATE INDEX "faults_complaint" ON "faults" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "faults_person" ON "faults" USING btree ("staff_id","raised_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_case_id_return_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."return_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_contract" ON "customers" USING btree ("contract_until") WHERE "customers"."contract_until" is not null;--> statement-breakpoint
CREATE INDEX "follow_up_attempts_day" ON "follow_up_attempts" USING btree ("at","by");--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_one_a_visit" ON "follow_ups" USING btree ("visit_id") WHERE "follow_ups"."kind" = 'visit';--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_one_a_complaint" ON "follow_ups" USING btree ("ticket_id") WHERE "follow_ups"."kind" = 'complaint' and "follow_ups"."status" = 'due';--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_drawn_once" ON "follow_ups" USING btree ("period","ticket_id") WHERE "follow_ups"."kind" = 'inspection';--> statement-breakpoint
CREATE INDEX "follow_ups_ticket" ON "follow_ups" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "attachments_case" ON "attachments" USING btree ("case_id") WHERE "attachments"."case_id" is not null;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_visit" CHECK ("follow_ups"."kind" <> 'visit' or "follow_ups"."visit_id" is not null);--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_period" CHECK (("follow_ups"."kind" = 'inspection') = ("follow_ups"."period" is not null));