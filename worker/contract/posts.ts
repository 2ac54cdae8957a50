/** Who holds which post, and how an officer binds it to his own WeChat (D-08). */
import * as z from 'zod'
import { at, id, personName, townshipCode, words } from './shapes.ts'
import { postKinds } from './terms.ts'

/** A post of a township names it; a post of the county does not. */
export const inviteOfficer = z.strictObject({
  name: personName,
  kind: z.enum(postKinds, '请选择岗位'),
  townshipCode: townshipCode.optional(),
})
/** `code`: 12 digits, shown to the security administrator, good once and for three days. */
export const officerInvited = z.strictObject({ id, code: z.string(), expiresAt: at })
export const withdrawInvitation = z.strictObject({})
export const invitationWithdrawn = z.strictObject({ id, withdrawnAt: at })

/** Spaces and hyphens between the groups are dropped. */
export const bindPost = z.strictObject({
  bindingCode: z
    .string()
    .max(40, '绑定码是 12 位数字')
    .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{12}$/, '绑定码是 12 位数字')),
})
export const postBound = z.strictObject({ id, kind: z.enum(postKinds), townshipCode: townshipCode.nullable(), boundAt: at })

export const endPost = z.strictObject({ reason: words(2, 200) })
export const postEnded = z.strictObject({ id, endedAt: at })

/** `county`: the posts of the county itself; else those of one township. */
export const postsQuery = z.strictObject({ area: z.union([z.literal('county'), townshipCode], '请选择县级或一个乡镇') })
export const areaPosts = z.strictObject({
  posts: z.array(z.strictObject({ id, name: z.string().nullable(), kind: z.enum(postKinds), since: at })),
  invitations: z.array(z.strictObject({ id, name: z.string().nullable(), kind: z.enum(postKinds), expiresAt: at, late: z.boolean() })),
})

export type InviteOfficer = z.infer<typeof inviteOfficer>
export type OfficerInvited = z.infer<typeof officerInvited>
export type InvitationWithdrawn = z.infer<typeof invitationWithdrawn>
export type BindPost = z.infer<typeof bindPost>
export type PostBound = z.infer<typeof postBound>
export type EndPost = z.infer<typeof endPost>
export type PostEnded = z.infer<typeof postEnded>
export type AreaPosts = z.infer<typeof areaPosts>
