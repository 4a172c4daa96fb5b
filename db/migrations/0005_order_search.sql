ALTER TABLE "orders" ADD COLUMN "locale" text DEFAULT 'zh-CN' NOT NULL;--> statement-breakpoint
CREATE INDEX "orders_number_search" ON "orders" USING btree ("number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_name" ON "orders" USING btree ("name" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "orders_phone_tail" ON "orders" USING btree (reverse("phone") text_pattern_ops);