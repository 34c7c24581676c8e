/** Callback data of the buttons that take a half-filled card up again or drop it; also below the reminder. */
export const draftPress = { resume: 'resume', drop: 'drop-draft' } as const
