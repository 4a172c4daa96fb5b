ALTER TABLE "articles" ADD COLUMN "also_zh" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "also_en" text DEFAULT '' NOT NULL;