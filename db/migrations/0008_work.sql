CREATE TABLE "visit_damages" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_damages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"visit_id" bigint NOT NULL,
	"what" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"acknowledged_by" text,
	"acknowledged_at" timestamp with time zone,
	CONSTRAINT "visit_damages_key_unique" UNIQUE("key"),
	CONSTRAINT "visit_damages_acknowledged" CHECK (("visit_damages"."acknowledged_by" is null) = ("visit_damages"."acknowledged_at" is null))
);
--> statement-breakpoint
CREATE TABLE "visit_delays" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_delays_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visit_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"expected_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"visit_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"format" smallint NOT NULL,
	"device" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"fields" jsonb NOT NULL,
	"outcome" text DEFAULT 'taken' NOT NULL,
	"refusal" text,
	"refusal_values" jsonb,
	CONSTRAINT "visit_entries_key_unique" UNIQUE("key"),
	CONSTRAINT "visit_entries_refused" CHECK (("visit_entries"."outcome" = 'refused') = ("visit_entries"."refusal" is not null))
);
--> statement-breakpoint
CREATE TABLE "visit_extras" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_extras_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"visit_id" bigint NOT NULL,
	"what" text NOT NULL,
	"minutes" integer NOT NULL,
	"price" integer NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"via" text,
	CONSTRAINT "visit_extras_key_unique" UNIQUE("key"),
	CONSTRAINT "visit_extras_minutes" CHECK ("visit_extras"."minutes" between 0 and 1440),
	CONSTRAINT "visit_extras_price" CHECK ("visit_extras"."price" between 0 and 100000000),
	CONSTRAINT "visit_extras_decided" CHECK (("visit_extras"."decision" is null) = ("visit_extras"."decided_at" is null)),
	CONSTRAINT "visit_extras_by_customer" CHECK ("visit_extras"."decision" is null or "visit_extras"."decision" = 'withdrawn' or "visit_extras"."decided_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "visit_inspections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_inspections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"visit_id" bigint NOT NULL,
	"level" text NOT NULL,
	"passed" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "visit_inspections_key_unique" UNIQUE("key"),
	CONSTRAINT "visit_inspections_note" CHECK ("visit_inspections"."passed" or "visit_inspections"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "visit_pauses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_pauses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visit_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"resumed_at" timestamp with time zone,
	"by" uuid NOT NULL,
	CONSTRAINT "visit_pauses_order" CHECK ("visit_pauses"."resumed_at" >= "visit_pauses"."paused_at")
);
--> statement-breakpoint
CREATE TABLE "custody_receipts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "custody_receipts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"number" text GENERATED ALWAYS AS ('C' || (1000000 + id)::text) STORED NOT NULL,
	"visit_id" bigint NOT NULL,
	"ticket_id" bigint NOT NULL,
	"purpose" text NOT NULL,
	"item" text NOT NULL,
	"condition" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"back_on" date,
	"taken_at" timestamp with time zone NOT NULL,
	"taken_by" uuid NOT NULL,
	"handed_by" text NOT NULL,
	"returned_at" timestamp with time zone,
	"returned_by" uuid,
	"return_visit_id" bigint,
	"received_by" text,
	"reclaimed" boolean,
	"not_reclaimed_because" text,
	CONSTRAINT "custody_receipts_key_unique" UNIQUE("key"),
	CONSTRAINT "custody_receipts_number_unique" UNIQUE("number"),
	CONSTRAINT "custody_receipts_returned" CHECK (("custody_receipts"."returned_at" is null) = ("custody_receipts"."returned_by" is null) and ("custody_receipts"."returned_at" is null) = ("custody_receipts"."received_by" is null) and ("custody_receipts"."returned_at" is null) = ("custody_receipts"."reclaimed" is null)),
	CONSTRAINT "custody_receipts_reclaimed" CHECK ("custody_receipts"."reclaimed" is distinct from false or "custody_receipts"."not_reclaimed_because" is not null),
	CONSTRAINT "custody_receipts_for_good" CHECK ("custody_receipts"."purpose" = 'repair' or "custody_receipts"."returned_at" is null)
);
--> statement-breakpoint
ALTER TABLE "signed_records" DROP CONSTRAINT "signed_records_visit_id_unique";--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "three_checks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "crews" ADD COLUMN "leader_id" uuid;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "wish_part" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "wish_way" text DEFAULT 'phone' NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD COLUMN "lowest" double precision;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD COLUMN "highest" double precision;--> statement-breakpoint
ALTER TABLE "signed_records" ADD COLUMN "kind" text DEFAULT 'work' NOT NULL;--> statement-breakpoint
ALTER TABLE "visit_checks" ADD COLUMN "value" double precision;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "no_show" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "not_collected_because" text;--> statement-breakpoint
ALTER TABLE "visit_damages" ADD CONSTRAINT "visit_damages_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_damages" ADD CONSTRAINT "visit_damages_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_delays" ADD CONSTRAINT "visit_delays_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_delays" ADD CONSTRAINT "visit_delays_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_entries" ADD CONSTRAINT "visit_entries_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_entries" ADD CONSTRAINT "visit_entries_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_extras" ADD CONSTRAINT "visit_extras_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_extras" ADD CONSTRAINT "visit_extras_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_inspections" ADD CONSTRAINT "visit_inspections_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_inspections" ADD CONSTRAINT "visit_inspections_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_pauses" ADD CONSTRAINT "visit_pauses_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_pauses" ADD CONSTRAINT "visit_pauses_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_receipts" ADD CONSTRAINT "custody_receipts_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_receipts" ADD CONSTRAINT "custody_receipts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_receipts" ADD CONSTRAINT "custody_receipts_taken_by_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_receipts" ADD CONSTRAINT "custody_receipts_returned_by_staff_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_receipts" ADD CONSTRAINT "custody_receipts_return_visit_id_visits_id_fk" FOREIGN KEY ("return_visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_damages_visit" ON "visit_damages" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "visit_delays_visit" ON "visit_delays" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "visit_entries_visit" ON "visit_entries" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "visit_extras_visit" ON "visit_extras" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "visit_inspections_visit" ON "visit_inspections" USING btree ("visit_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_pauses_open" ON "visit_pauses" USING btree ("visit_id") WHERE "visit_pauses"."resumed_at" is null;--> statement-breakpoint
CREATE INDEX "visit_pauses_visit" ON "visit_pauses" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "custody_receipts_visit" ON "custody_receipts" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "custody_receipts_ticket" ON "custody_receipts" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "custody_receipts_out" ON "custody_receipts" USING btree ("back_on","id") WHERE "custody_receipts"."purpose" = 'repair' and "custody_receipts"."returned_at" is null;--> statement-breakpoint
CREATE INDEX "custody_receipts_taken" ON "custody_receipts" USING btree ("taken_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_leader_id_staff_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_about" ON "attachments" USING btree ("about") WHERE "attachments"."about" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "signed_records_work" ON "signed_records" USING btree ("visit_id") WHERE "signed_records"."kind" = 'work';--> statement-breakpoint
CREATE INDEX "signed_records_visit" ON "signed_records" USING btree ("visit_id","seq");--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_limits" CHECK ("checklist_items"."unit" is not null or ("checklist_items"."lowest" is null and "checklist_items"."highest" is null));--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_no_show" CHECK ("visits"."no_show" is null or "visits"."status" = 'cancelled');--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_outcome" CHECK ("visits"."status" = 'finished' or "visits"."outcome" is null);