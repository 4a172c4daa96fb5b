DROP INDEX "tickets_owner";--> statement-breakpoint
DROP INDEX "tickets_store";--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD COLUMN "mail_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "submission_key" text;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD CONSTRAINT "ticket_messages_mail_id_messages_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_store_created" ON "tickets" USING btree ("store_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_kind" ON "tickets" USING btree ("kind","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_open" ON "tickets" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tickets"."status" in ('new', 'triaged', 'scheduled', 'in_progress', 'paused');--> statement-breakpoint
CREATE INDEX "tickets_open_owner" ON "tickets" USING btree ("owner_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tickets"."status" in ('new', 'triaged', 'scheduled', 'in_progress', 'paused');--> statement-breakpoint
CREATE INDEX "tickets_unassigned" ON "tickets" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tickets"."status" in ('new', 'triaged', 'scheduled', 'in_progress', 'paused') and "tickets"."owner_id" is null;--> statement-breakpoint
CREATE INDEX "tickets_open_store" ON "tickets" USING btree ("store_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tickets"."status" in ('new', 'triaged', 'scheduled', 'in_progress', 'paused');--> statement-breakpoint
CREATE INDEX "tickets_open_severity" ON "tickets" USING btree ("severity","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "tickets"."status" in ('new', 'triaged', 'scheduled', 'in_progress', 'paused');--> statement-breakpoint
CREATE INDEX "tickets_phone_tail" ON "tickets" USING btree (reverse("phone") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "tickets_store" ON "tickets" USING btree ("store_id","status","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_submission_key_unique" UNIQUE("submission_key");