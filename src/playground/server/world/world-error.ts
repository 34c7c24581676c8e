/** Somebody tried what a Telegram client would not let them do. */
export class WorldError extends Error {}
