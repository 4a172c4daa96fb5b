CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" bigint,
	"crew_id" bigint,
	"staff_id" uuid,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "calendar_feeds_of" CHECK (("calendar_feeds"."ticket_id" is null) <> ("calendar_feeds"."crew_id" is null)),
	CONSTRAINT "calendar_feeds_reader" CHECK (("calendar_feeds"."crew_id" is null) = ("calendar_feeds"."staff_id" is null))
);
--> statement-breakpoint
CREATE TABLE "services" (
	"key" text PRIMARY KEY NOT NULL,
	"skill" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"travel_minutes" integer NOT NULL,
	"hours" jsonb NOT NULL,
	"online" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone,
	"updated_by" uuid,
	CONSTRAINT "services_duration" CHECK ("services"."duration_minutes" between 5 and 720),
	CONSTRAINT "services_travel" CHECK ("services"."travel_minutes" between 0 and 240)
);
--> statement-breakpoint
CREATE TABLE "site_checks" (
	"ticket_id" bigint PRIMARY KEY NOT NULL,
	"lift" boolean,
	"floor" smallint,
	"parking" text,
	"take_away" text DEFAULT '' NOT NULL,
	"room_ready" boolean,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "windows" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "windows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"area_id" bigint NOT NULL,
	"service" text NOT NULL,
	"day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place_minutes" integer NOT NULL,
	"capacity_minutes" integer DEFAULT 0 NOT NULL,
	"booked_minutes" integer DEFAULT 0 NOT NULL,
	"held_minutes" integer DEFAULT 0 NOT NULL,
	"overbooked_minutes" integer DEFAULT 0 NOT NULL,
	"booked_visits" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"close_reason" text,
	CONSTRAINT "windows_once" UNIQUE("area_id","service","starts_at"),
	CONSTRAINT "windows_order" CHECK ("windows"."starts_at" < "windows"."ends_at"),
	CONSTRAINT "windows_place" CHECK ("windows"."place_minutes" > 0),
	CONSTRAINT "windows_counters" CHECK ("windows"."capacity_minutes" >= 0 and "windows"."booked_minutes" >= 0 and "windows"."held_minutes" >= 0 and "windows"."overbooked_minutes" >= 0 and "windows"."booked_visits" >= 0),
	CONSTRAINT "windows_never_overbooked" CHECK ("windows"."booked_minutes" <= "windows"."capacity_minutes" + "windows"."overbooked_minutes"),
	CONSTRAINT "windows_closed" CHECK (("windows"."closed_at" is null) = ("windows"."closed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "crew_areas" (
	"crew_id" bigint NOT NULL,
	"area_id" bigint NOT NULL,
	CONSTRAINT "crew_areas_crew_id_area_id_pk" PRIMARY KEY("crew_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"day" date PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leaves" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "leaves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"crew_id" bigint NOT NULL,
	"staff_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision" text DEFAULT '' NOT NULL,
	"submission_key" text,
	CONSTRAINT "leaves_submission_key_unique" UNIQUE("submission_key"),
	CONSTRAINT "leaves_order" CHECK ("leaves"."starts_at" < "leaves"."ends_at"),
	CONSTRAINT "leaves_decided" CHECK ("leaves"."status" in ('asked', 'withdrawn') or ("leaves"."decided_by" is not null and "leaves"."decided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "shift_exceptions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shift_exceptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"crew_id" bigint NOT NULL,
	"day" date NOT NULL,
	"starts_at" time,
	"ends_at" time,
	"note" text DEFAULT '' NOT NULL,
	"made_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shift_exceptions_both" CHECK (("shift_exceptions"."starts_at" is null) = ("shift_exceptions"."ends_at" is null)),
	CONSTRAINT "shift_exceptions_order" CHECK ("shift_exceptions"."starts_at" < "shift_exceptions"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"store_id" bigint NOT NULL,
	"made_by" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "shifts_crew";--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "customer_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "crews" ADD COLUMN "members_needed" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "crews" ADD COLUMN "rotation_weeks" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "crews" ADD COLUMN "rotation_from" date DEFAULT '2026-01-05' NOT NULL;--> statement-breakpoint
ALTER TABLE "shifts" ADD COLUMN "week" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "position" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "arrived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "arrived_by" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "status" text DEFAULT 'entered' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivery_on" date;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "entered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "checked_by" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "return_note" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "ready_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "agree_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "submission_key" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "channel" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "visit_id" bigint;--> statement-breakpoint
ALTER TABLE "areas" ADD COLUMN "districts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "area_id" bigint;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "window_id" bigint;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "after_visit_id" bigint;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "overbooked_by" uuid;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "overbook_reason" text;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "stranded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "reminded_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "called_ahead_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "called_ahead_by" uuid;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_checks" ADD CONSTRAINT "site_checks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_service_services_key_fk" FOREIGN KEY ("service") REFERENCES "public"."services"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_areas" ADD CONSTRAINT "crew_areas_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_areas" ADD CONSTRAINT "crew_areas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_exceptions" ADD CONSTRAINT "shift_exceptions_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_exceptions" ADD CONSTRAINT "shift_exceptions_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_actor_id_staff_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_imports" ADD CONSTRAINT "order_imports_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_imports" ADD CONSTRAINT "order_imports_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calendar_feeds_ticket" ON "calendar_feeds" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "calendar_feeds_crew" ON "calendar_feeds" USING btree ("crew_id");--> statement-breakpoint
CREATE INDEX "windows_day" ON "windows" USING btree ("day","area_id","service");--> statement-breakpoint
CREATE INDEX "crew_areas_area" ON "crew_areas" USING btree ("area_id","crew_id");--> statement-breakpoint
CREATE INDEX "leaves_crew" ON "leaves" USING btree ("crew_id","ends_at");--> statement-breakpoint
CREATE INDEX "leaves_asked" ON "leaves" USING btree ("starts_at") WHERE "leaves"."status" = 'asked';--> statement-breakpoint
CREATE INDEX "shift_exceptions_day" ON "shift_exceptions" USING btree ("day","crew_id");--> statement-breakpoint
CREATE INDEX "shift_exceptions_crew" ON "shift_exceptions" USING btree ("crew_id","day");--> statement-breakpoint
CREATE INDEX "order_events_order" ON "order_events" USING btree ("order_id","id");--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_arrived_by_staff_id_fk" FOREIGN KEY ("arrived_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_entered_by_staff_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_window_id_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."windows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_after_visit_id_visits_id_fk" FOREIGN KEY ("after_visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_overbooked_by_staff_id_fk" FOREIGN KEY ("overbooked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_called_ahead_by_staff_id_fk" FOREIGN KEY ("called_ahead_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_store" ON "orders" USING btree ("store_id","status","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("status","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_to_agree" ON "orders" USING btree ("agree_by") WHERE "orders"."ready_at" is not null and "orders"."agreed_at" is null and "orders"."status" = 'checked';--> statement-breakpoint
CREATE INDEX "messages_visit" ON "messages" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "visits_of_window" ON "visits" USING btree ("window_id");--> statement-breakpoint
CREATE INDEX "visits_after" ON "visits" USING btree ("after_visit_id");--> statement-breakpoint
CREATE INDEX "visits_stranded" ON "visits" USING btree ("window_start") WHERE "visits"."stranded";--> statement-breakpoint
CREATE INDEX "shifts_crew" ON "shifts" USING btree ("crew_id","week","weekday");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_submission_key_unique" UNIQUE("submission_key");--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_members_needed" CHECK ("crews"."members_needed" between 1 and 20);--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_rotation" CHECK ("crews"."rotation_weeks" between 1 and 8);--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_rotation_monday" CHECK (extract(isodow from "crews"."rotation_from") = 1);--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_week" CHECK ("shifts"."week" between 1 and 8);--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_price" CHECK ("order_lines"."unit_price" >= 0);--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_checked" CHECK ("orders"."status" <> 'checked' or ("orders"."customer_id" is not null and "orders"."name" <> '' and "orders"."address" <> ''));--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_ready" CHECK (("orders"."ready_at" is null) = ("orders"."agree_by" is null));--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_overbooked" CHECK (("visits"."overbooked_by" is null) = ("visits"."overbook_reason" is null));--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_after_another" CHECK ("visits"."after_visit_id" <> "visits"."id");