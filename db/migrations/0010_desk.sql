CREATE TABLE "service_calendars" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "service_calendars_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_at" timestamp with time zone NOT NULL,
	"week" jsonb NOT NULL,
	"holidays" jsonb NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "ticket_clocks" (
	"ticket_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"target_minutes" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"spent_ms" bigint DEFAULT 0 NOT NULL,
	"running_since" timestamp with time zone,
	"due_at" timestamp with time zone,
	"risk_at" timestamp with time zone,
	"agreed_until" timestamp with time zone,
	"met_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	CONSTRAINT "ticket_clocks_ticket_id_kind_pk" PRIMARY KEY("ticket_id","kind"),
	CONSTRAINT "ticket_clocks_target" CHECK ("ticket_clocks"."target_minutes" > 0),
	CONSTRAINT "ticket_clocks_met" CHECK ("ticket_clocks"."met_at" is null or "ticket_clocks"."running_since" is null),
	CONSTRAINT "ticket_clocks_due" CHECK ("ticket_clocks"."running_since" is not null or "ticket_clocks"."due_at" is null)
);
--> statement-breakpoint
CREATE TABLE "customer_contacts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customer_contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "customer_contacts_once" UNIQUE("customer_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "customer_notes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customer_notes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" bigint NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submission_key" text,
	CONSTRAINT "customer_notes_submission_key_unique" UNIQUE("submission_key")
);
--> statement-breakpoint
CREATE TABLE "duty_shifts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "duty_shifts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"staff_id" uuid NOT NULL,
	"day" date NOT NULL,
	"starts_at" time NOT NULL,
	"ends_at" time NOT NULL,
	CONSTRAINT "duty_shifts_once" UNIQUE("day","staff_id","starts_at"),
	CONSTRAINT "duty_shifts_order" CHECK ("duty_shifts"."starts_at" < "duty_shifts"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "handovers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" bigint NOT NULL,
	"from_id" uuid,
	"to_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "handovers_end" CHECK ("handovers"."taken_at" is null or "handovers"."declined_at" is null),
	CONSTRAINT "handovers_reason" CHECK (("handovers"."declined_at" is null) = ("handovers"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "phrases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"position" integer DEFAULT 0 NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"body_zh" text NOT NULL,
	"body_en" text NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"retired_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_looks" (
	"staff_id" uuid NOT NULL,
	"ticket_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_looks_staff_id_ticket_id_pk" PRIMARY KEY("staff_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_mentions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_mentions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" bigint NOT NULL,
	"note_id" bigint NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "ticket_mentions_once" UNIQUE("note_id","staff_id")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "ticket_presence" (
	"tab" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"ticket_id" bigint NOT NULL,
	"writing" boolean DEFAULT false NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_tallies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_tallies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"store_id" bigint,
	"status" text NOT NULL,
	"delta" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ticket_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_views_name" UNIQUE("staff_id","name")
);
--> statement-breakpoint
CREATE TABLE "ticket_words" (
	"ticket_id" bigint PRIMARY KEY NOT NULL,
	"store_id" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_uses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "article_uses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"ticket_id" bigint,
	"key" text NOT NULL,
	CONSTRAINT "article_uses_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "articles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	"title_zh" text DEFAULT '' NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"problem_zh" text DEFAULT '' NOT NULL,
	"problem_en" text DEFAULT '' NOT NULL,
	"cause_zh" text DEFAULT '' NOT NULL,
	"cause_en" text DEFAULT '' NOT NULL,
	"solution_zh" text DEFAULT '' NOT NULL,
	"solution_en" text DEFAULT '' NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"product_ids" bigint[] DEFAULT '{}' NOT NULL,
	"from_ticket_id" bigint,
	"solved" integer DEFAULT 0 NOT NULL,
	"words" "tsvector" DEFAULT ''::tsvector NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "articles_slug_unique" UNIQUE("slug"),
	CONSTRAINT "articles_published" CHECK ("articles"."status" <> 'published' or ("articles"."title_zh" <> '' and "articles"."title_en" <> '' and "articles"."solution_zh" <> '' and "articles"."solution_en" <> ''))
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" text NOT NULL,
	"from_address" text NOT NULL,
	"from_name" text,
	"to_addresses" text[] DEFAULT '{}' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"text" text,
	"reply" text,
	"automatic" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'fetching' NOT NULL,
	"reason" text,
	"ticket_id" bigint,
	"message_id" bigint,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "inbound_mails_provider_id_unique" UNIQUE("provider_id"),
	CONSTRAINT "inbound_mails_landed" CHECK ("inbound_mails"."status" <> 'landed' or ("inbound_mails"."ticket_id" is not null and "inbound_mails"."message_id" is not null)),
	CONSTRAINT "inbound_mails_review_reason" CHECK ("inbound_mails"."status" <> 'review' or "inbound_mails"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"key" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
INSERT INTO "categories" ("key", "name_zh", "name_en", "position") VALUES
	('door', '门或抽屉关不好', 'A door or drawer sticks', 1),
	('loose', '松动、摇晃或异响', 'It wobbles or creaks', 2),
	('surface', '表面损坏', 'The surface is damaged', 3),
	('broken', '开裂或断了', 'Something cracked or broke', 4),
	('missing', '缺件或发错', 'A part is missing or wrong', 5),
	('other', '其他', 'Something else', 6);
--> statement-breakpoint
ALTER TABLE "attachments" DROP CONSTRAINT "attachments_owner";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "words" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "message_id" bigint;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "note_id" bigint;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "inbound_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "follow_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "next_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "next_due_clock" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "risk_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "service_calendars" ADD CONSTRAINT "service_calendars_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_clocks" ADD CONSTRAINT "ticket_clocks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_contacts" ADD CONSTRAINT "customer_contacts_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_id_staff_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_id_staff_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_looks" ADD CONSTRAINT "ticket_looks_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_looks" ADD CONSTRAINT "ticket_looks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_mentions" ADD CONSTRAINT "ticket_mentions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_mentions" ADD CONSTRAINT "ticket_mentions_note_id_ticket_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."ticket_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_mentions" ADD CONSTRAINT "ticket_mentions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_presence" ADD CONSTRAINT "ticket_presence_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_presence" ADD CONSTRAINT "ticket_presence_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_views" ADD CONSTRAINT "ticket_views_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_words" ADD CONSTRAINT "ticket_words_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_uses" ADD CONSTRAINT "article_uses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_uses" ADD CONSTRAINT "article_uses_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_from_ticket_id_tickets_id_fk" FOREIGN KEY ("from_ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_message_id_ticket_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_clocks_to_escalate" ON "ticket_clocks" USING btree ("due_at") WHERE "ticket_clocks"."escalated_at" is null and "ticket_clocks"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "ticket_clocks_running" ON "ticket_clocks" USING btree ("ticket_id") WHERE "ticket_clocks"."running_since" is not null;--> statement-breakpoint
CREATE INDEX "customer_contacts_value" ON "customer_contacts" USING btree ("kind","value");--> statement-breakpoint
CREATE INDEX "customer_notes_customer" ON "customer_notes" USING btree ("customer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "handovers_open" ON "handovers" USING btree ("ticket_id") WHERE "handovers"."taken_at" is null and "handovers"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "handovers_waiting" ON "handovers" USING btree ("to_id") WHERE "handovers"."taken_at" is null and "handovers"."declined_at" is null;--> statement-breakpoint
CREATE INDEX "handovers_ticket" ON "handovers" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE INDEX "phrases_position" ON "phrases" USING btree ("position","id");--> statement-breakpoint
CREATE INDEX "ticket_mentions_unseen" ON "ticket_mentions" USING btree ("staff_id","id" DESC NULLS LAST) WHERE "ticket_mentions"."seen_at" is null;--> statement-breakpoint
CREATE INDEX "ticket_mentions_ticket" ON "ticket_mentions" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_presence_ticket" ON "ticket_presence" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_presence_seen" ON "ticket_presence" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "ticket_tallies_status" ON "ticket_tallies" USING btree ("status","store_id");--> statement-breakpoint
CREATE INDEX "ticket_views_shared" ON "ticket_views" USING btree ("name") WHERE "ticket_views"."shared";--> statement-breakpoint
CREATE INDEX "ticket_words_words" ON "ticket_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "ticket_words_recent" ON "ticket_words" USING btree ("created_at" DESC NULLS LAST,"ticket_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_uses_article" ON "article_uses" USING btree ("article_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_words" ON "articles" USING gin ("words");--> statement-breakpoint
CREATE INDEX "articles_status" ON "articles" USING btree ("status","updated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_public" ON "articles" USING btree ("solved" DESC NULLS LAST,"id") WHERE "articles"."status" = 'published' and "articles"."audience" = 'public';--> statement-breakpoint
CREATE INDEX "inbound_mails_review" ON "inbound_mails" USING btree ("received_at") WHERE "inbound_mails"."status" in ('review', 'failed');--> statement-breakpoint
CREATE INDEX "inbound_mails_ticket" ON "inbound_mails" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_received" ON "inbound_mails" USING btree ("received_at" DESC NULLS LAST,"id");--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged_into_id_customers_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_message_id_ticket_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."ticket_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_note_id_ticket_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."ticket_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_inbound_id_inbound_mails_id_fk" FOREIGN KEY ("inbound_id") REFERENCES "public"."inbound_mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_category_categories_key_fk" FOREIGN KEY ("category") REFERENCES "public"."categories"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged_into_id_tickets_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_words" ON "customers" USING gin ("words");--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree ("email");--> statement-breakpoint
CREATE INDEX "customers_merged_into" ON "customers" USING btree ("merged_into_id") WHERE "customers"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "attachments_message" ON "attachments" USING btree ("message_id") WHERE "attachments"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "attachments_note" ON "attachments" USING btree ("note_id") WHERE "attachments"."note_id" is not null;--> statement-breakpoint
CREATE INDEX "attachments_inbound" ON "attachments" USING btree ("inbound_id") WHERE "attachments"."inbound_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_open_due" ON "tickets" USING btree ("next_due_at","id") WHERE "tickets"."status" in ('new', 'triaged', 'scheduled', 'in_progress', 'paused') and "tickets"."next_due_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_follow_up" ON "tickets" USING btree ("follow_up_at","id") WHERE "tickets"."follow_up_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_category" ON "tickets" USING btree ("category","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_severity" ON "tickets" USING btree ("severity","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_channel" ON "tickets" USING btree ("channel","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_owner" ON "tickets" USING btree ("owner_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_area" ON "tickets" USING btree ("area_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_tags" ON "tickets" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "tickets_merged_into" ON "tickets" USING btree ("merged_into_id") WHERE "tickets"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_merged" CHECK ("customers"."merged_into_id" <> "customers"."id");--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_owner" CHECK ("attachments"."draft_id" is not null or "attachments"."ticket_id" is not null or "attachments"."visit_id" is not null or "attachments"."inbound_id" is not null);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_due" CHECK (("tickets"."next_due_at" is null) = ("tickets"."next_due_clock" is null));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_merged" CHECK ("tickets"."merged_into_id" is null or "tickets"."status" = 'cancelled');