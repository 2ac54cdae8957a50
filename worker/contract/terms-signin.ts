/** Where somebody is signed in: on his own phone, or at a desk that others use too. */
export const surfaces = ['phone', 'desk'] as const
export type Surface = (typeof surfaces)[number]

/** How a desk's ask to be let in stands, for the desk that asks. */
export const deskAskStates = ['waiting', 'refused', 'over', 'open'] as const
export type DeskAskState = (typeof deskAskStates)[number]

/** What the phone says to a desk that asks. */
export const deskAnswers = ['confirmed', 'refused'] as const
export type DeskAnswer = (typeof deskAnswers)[number]

/** What stands before the secret in a desk's QR code, so that a phone knows it from any other code. */
export const deskQrPrefix = 'xianjiu-desk:'
