-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('pending', 'stored', 'refused');

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "bytes" INTEGER,
ADD COLUMN     "duration_seconds" INTEGER,
ADD COLUMN     "media_type" TEXT,
ADD COLUMN     "refusal" TEXT,
ADD COLUMN     "state" "AttachmentState" NOT NULL DEFAULT 'pending',
ADD COLUMN     "storage_key" TEXT;

-- a place has nothing to fetch
UPDATE "attachment" SET "state" = 'stored' WHERE "kind" = 'location';
