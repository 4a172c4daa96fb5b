CREATE TABLE "claim_steps" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "claim_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"claim_id" bigint NOT NULL,
	"status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid
);
--> statement-breakpoint
ALTER TABLE "supplier_claims" DROP CONSTRAINT "supplier_claims_settled_by_staff_id_fk";
--> statement-breakpoint
ALTER TABLE "claim_steps" ADD CONSTRAINT "claim_steps_claim_id_supplier_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."supplier_claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_steps" ADD CONSTRAINT "claim_steps_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_steps_claim" ON "claim_steps" USING btree ("claim_id","id");--> statement-breakpoint
-- What is known of claims so far; who sent them was not kept.
INSERT INTO "claim_steps" ("claim_id", "status", "at")
  SELECT "id", 'sent', "sent_at" FROM "supplier_claims" WHERE "sent_at" IS NOT NULL ORDER BY "sent_at";
--> statement-breakpoint
INSERT INTO "claim_steps" ("claim_id", "status", "at", "by")
  SELECT "id", "status", "settled_at", "settled_by" FROM "supplier_claims" WHERE "settled_at" IS NOT NULL ORDER BY "settled_at";
--> statement-breakpoint
ALTER TABLE "supplier_claims" DROP COLUMN "settled_by";
--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_history(person bigint[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  theirs bigint[];
  trips bigint[];
  cases bigint[];
BEGIN
  IF EXISTS (SELECT 1 FROM customers WHERE id = ANY (person) AND erased_at IS NULL) THEN
    RAISE EXCEPTION 'only the history of somebody who is erased is' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('shangmen.erasing', 'yes', true);
  SELECT array_agg(id) INTO theirs FROM tickets WHERE customer_id = ANY (person);
  SELECT array_agg(id) INTO trips FROM visits WHERE ticket_id = ANY (theirs);
  SELECT array_agg(id) INTO cases FROM return_cases WHERE ticket_id = ANY (theirs);
  UPDATE ticket_events SET data = without_words(kind, data) WHERE ticket_id = ANY (theirs);
  UPDATE order_events SET data = without_words(kind, data)
    WHERE order_id IN (SELECT id FROM orders WHERE customer_id = ANY (person));
  UPDATE signed_records SET content = '{"erased":true}', signer_name = '–' WHERE visit_id = ANY (trips);
  UPDATE follow_up_attempts SET note = ''
    WHERE follow_up_id IN (SELECT id FROM follow_ups WHERE ticket_id = ANY (theirs));
  UPDATE inspection_answers SET words = ''
    WHERE follow_up_id IN (SELECT id FROM follow_ups WHERE ticket_id = ANY (theirs));
  UPDATE visit_entries SET fields = '{}' WHERE visit_id = ANY (trips);
  UPDATE visit_delays SET note = '' WHERE visit_id = ANY (trips);
  UPDATE visit_inspections SET note = CASE WHEN passed THEN '' ELSE '–' END WHERE visit_id = ANY (trips);
  UPDATE visit_extras SET what = '–', decided_by = CASE WHEN decided_by IS NULL THEN NULL ELSE '–' END
    WHERE visit_id = ANY (trips);
  -- Who decided, when, for what and for how much stays.
  UPDATE return_decisions SET why = '–', told = '–', plan = without_words('return_decided', plan)
    WHERE case_id = ANY (cases);
  UPDATE return_approvals SET reason = '–'
    WHERE decision_id IN (SELECT id FROM return_decisions WHERE case_id = ANY (cases));
  UPDATE return_inspections SET condition = '–'
    WHERE consequence_id IN (SELECT id FROM return_consequences WHERE case_id = ANY (cases));
  UPDATE answerabilities SET cause = '–', evidence = '–', why = CASE WHEN why = '' THEN '' ELSE '–' END
    WHERE case_id = ANY (cases);
  UPDATE answerability_shares SET note = ''
    WHERE answerability_id IN (SELECT id FROM answerabilities WHERE case_id = ANY (cases));
  UPDATE answerability_approvals SET reason = CASE WHEN reason = '' THEN '' ELSE '–' END
    WHERE answerability_id IN (SELECT id FROM answerabilities WHERE case_id = ANY (cases));
  UPDATE claim_steps SET note = ''
    WHERE claim_id IN (SELECT id FROM supplier_claims WHERE case_id = ANY (cases));
  UPDATE complaint_findings SET body = '–' WHERE ticket_id = ANY (theirs);
  UPDATE faults SET what = '–', answer = CASE WHEN answer IS NULL THEN NULL ELSE '–' END,
      decision_why = CASE WHEN decision_why IS NULL THEN NULL ELSE '–' END
    WHERE ticket_id = ANY (theirs);
  PERFORM set_config('shangmen.erasing', '', true);
END $$;
