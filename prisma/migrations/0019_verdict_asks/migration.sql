-- How often the resident wanted to be asked later whether the answer fixed it.
ALTER TABLE "ledger_case" ADD COLUMN "verdict_asks" INTEGER NOT NULL DEFAULT 0;
