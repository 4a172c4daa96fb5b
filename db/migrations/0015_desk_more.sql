DROP INDEX "customers_words";--> statement-breakpoint
DROP INDEX "ticket_words_words";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "grade" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contacted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "contact_due" date;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "held_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "ticket_clocks_first_contact" ON "ticket_clocks" USING btree ("due_at","ticket_id") WHERE "ticket_clocks"."kind" = 'first_contact' and "ticket_clocks"."running_since" is not null;--> statement-breakpoint
CREATE INDEX "customers_contact_due" ON "customers" USING btree ("contact_due","id") WHERE "customers"."contact_due" is not null;--> statement-breakpoint
CREATE INDEX "ticket_events_other_person" ON "ticket_events" USING btree ("id") WHERE "ticket_events"."kind" = 'other_person_asked';--> statement-breakpoint
CREATE INDEX "customers_words" ON "customers" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "ticket_words_words" ON "ticket_words" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_due_by_grade" CHECK ("customers"."contact_due" is null or "customers"."grade" is not null);