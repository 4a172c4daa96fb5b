ALTER TABLE "claim_steps" ADD COLUMN "credited" bigint;--> statement-breakpoint
UPDATE "claim_steps" SET "credited" = "supplier_claims"."credited" FROM "supplier_claims"
  WHERE "supplier_claims"."id" = "claim_steps"."claim_id" AND "claim_steps"."status" = 'credited';
--> statement-breakpoint
CREATE INDEX "return_cases_shares_wait" ON "return_cases" USING btree ("due_at","id") WHERE "return_cases"."answerability_pending_id" is not null;