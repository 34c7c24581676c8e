-- Whoever was not asked how urgent it is has not said that it can wait. What was submitted before stays as it is.
ALTER TYPE "Urgency" ADD VALUE 'not_said' BEFORE 'can_wait';
