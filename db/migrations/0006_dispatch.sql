CREATE TABLE "visit_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visit_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visit_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"expected_on" date,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	"cleared_at" timestamp with time zone,
	"cleared_by" uuid
);
--> statement-breakpoint
CREATE TABLE "day_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"mode" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"seconds" smallint NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	"base" jsonb,
	"proposal" jsonb,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "day_plans_seconds" CHECK ("day_plans"."seconds" between 1 and 120),
	CONSTRAINT "day_plans_progress" CHECK ("day_plans"."progress" between 0 and 1),
	CONSTRAINT "day_plans_ready" CHECK ("day_plans"."status" not in ('ready', 'accepted') or ("day_plans"."base" is not null and "day_plans"."proposal" is not null))
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visit_id" bigint NOT NULL,
	"ticket_id" bigint NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"window_end" timestamp with time zone NOT NULL,
	"origin" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	"outcome" text DEFAULT 'open' NOT NULL,
	"breach" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "promises_window" CHECK ("promises"."window_start" < "promises"."window_end"),
	CONSTRAINT "promises_settled" CHECK (("promises"."outcome" = 'open') = ("promises"."settled_at" is null)),
	CONSTRAINT "promises_breach" CHECK (("promises"."outcome" = 'broken') = ("promises"."breach" is not null))
);
--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "lng" double precision;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "district_points" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "speed_kmh" smallint DEFAULT 25 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "lat" double precision;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "lng" double precision;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visit_marks" ADD CONSTRAINT "visit_marks_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_marks" ADD CONSTRAINT "visit_marks_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_marks" ADD CONSTRAINT "visit_marks_cleared_by_staff_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_plans" ADD CONSTRAINT "day_plans_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_plans" ADD CONSTRAINT "day_plans_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "visit_marks_open" ON "visit_marks" USING btree ("visit_id","kind") WHERE "visit_marks"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "visit_marks_visit" ON "visit_marks" USING btree ("visit_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "day_plans_one_at_work" ON "day_plans" USING btree ("day") WHERE "day_plans"."status" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "day_plans_day" ON "day_plans" USING btree ("day","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "promises_one_open_a_visit" ON "promises" USING btree ("visit_id") WHERE "promises"."outcome" = 'open';--> statement-breakpoint
CREATE INDEX "promises_open" ON "promises" USING btree ("window_end") WHERE "promises"."outcome" = 'open';--> statement-breakpoint
CREATE INDEX "promises_day" ON "promises" USING btree ("window_start" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "promises_outcome" ON "promises" USING btree ("outcome","window_start" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "promises_visit" ON "promises" USING btree ("visit_id","id");--> statement-breakpoint
CREATE INDEX "promises_ticket" ON "promises" USING btree ("ticket_id","id");--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_point" CHECK (("areas"."lat" is null) = ("areas"."lng" is null));--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_lat" CHECK ("areas"."lat" between -90 and 90);--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_lng" CHECK ("areas"."lng" between -180 and 180);--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_speed" CHECK ("areas"."speed_kmh" between 3 and 120);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_point" CHECK (("tickets"."lat" is null) = ("tickets"."lng" is null));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_lat" CHECK ("tickets"."lat" between -90 and 90);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_lng" CHECK ("tickets"."lng" between -180 and 180);--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_pinned" CHECK (not "visits"."pinned" or "visits"."crew_id" is not null);