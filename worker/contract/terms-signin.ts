/** Where somebody is signed in: on his own phone, or at a desk that others use too. */
export const surfaces = ['phone', 'desk'] as const
export type Surface = (typeof surfaces)[number]
