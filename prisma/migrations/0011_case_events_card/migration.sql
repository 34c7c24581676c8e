-- AlterTable
ALTER TABLE "answer_prompt" ADD COLUMN     "card_message_id" INTEGER;
