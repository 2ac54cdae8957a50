import type { Builtin } from './define.ts'
import { fieldProperties, textField } from './text-field.ts'

const inputModes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' }

/** One line of text. */
export const input: Builtin = {
  tag: 'input',
  properties: {
    ...fieldProperties, type: { type: String, value: 'text' }, password: Boolean,
    confirmType: { type: String, value: 'done' }, confirmHold: Boolean, alwaysEmbed: Boolean,
    safePasswordCertPath: String, safePasswordLength: Number, safePasswordTimeStamp: Number, safePasswordNonce: String,
    safePasswordSalt: String, safePasswordCustomHash: String,
  },
  holds: 'nothing',
  create: (host) => {
    const field = document.createElement('input')
    const life = textField(host, field)
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      host.emit('confirm', { value: field.value })
      if (!host.data['confirmHold']) field.blur()
    })
    return {
      ...life,
      update: () => {
        const type = String(host.data['type'])
        field.type = host.data['password'] || type === 'safe-password' ? 'password' : 'text'
        field.inputMode = inputModes[type] ?? 'text'
        life.update?.()
      },
    }
  },
}
