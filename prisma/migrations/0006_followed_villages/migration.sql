-- AlterTable
ALTER TABLE "person" ADD COLUMN     "speaking_village_code" TEXT;

-- AlterTable
ALTER TABLE "region" ADD COLUMN     "pinyin" TEXT[];

-- CreateTable
CREATE TABLE "followed_village" (
    "person_id" UUID NOT NULL,
    "village_code" TEXT NOT NULL,
    "digest_wanted" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "followed_village_pkey" PRIMARY KEY ("person_id","village_code")
);

-- CreateTable
CREATE TABLE "private_digest" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "village_code" TEXT NOT NULL,
    "period_key" TEXT NOT NULL,
    "period_start" TIMESTAMPTZ(3) NOT NULL,
    "period_end" TIMESTAMPTZ(3) NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "message_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "private_digest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "followed_village_village_code_idx" ON "followed_village"("village_code");

-- CreateIndex
CREATE INDEX "private_digest_village_code_idx" ON "private_digest"("village_code");

-- CreateIndex
CREATE UNIQUE INDEX "private_digest_person_id_village_code_period_key_key" ON "private_digest"("person_id", "village_code", "period_key");

-- AddForeignKey
ALTER TABLE "followed_village" ADD CONSTRAINT "followed_village_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "followed_village" ADD CONSTRAINT "followed_village_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_digest" ADD CONSTRAINT "private_digest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "private_digest" ADD CONSTRAINT "private_digest_village_code_fkey" FOREIGN KEY ("village_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Villages are found by keys of pinyin, exactly: no pattern, so that it works under any collation. Those above them are
-- few, and are looked up by what stands in front of a village's name.
CREATE INDEX "region_village_pinyin_idx" ON "region" USING gin ("pinyin") WHERE "level" = 'village';
CREATE INDEX "region_higher_pinyin_idx" ON "region" USING gin ("pinyin") WHERE "level" IN ('city', 'county', 'township');
