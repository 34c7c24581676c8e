-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "content_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "submission_id" UUID,
    "part" INTEGER NOT NULL,
    "sink" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "state" "DeliveryState" NOT NULL,
    "message_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delivery_submission_id_idx" ON "delivery"("submission_id");

-- CreateIndex
CREATE INDEX "delivery_chat_id_idx" ON "delivery"("chat_id");

-- CreateIndex
CREATE INDEX "delivery_created_at_idx" ON "delivery"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_content_id_sink_chat_id_part_key" ON "delivery"("content_id", "sink", "chat_id", "part");
