import type { Builtin } from './define.ts'
import { hover, hoverProperties } from './view.ts'
import { openAbility } from './open-type.ts'
import { formOf } from './form.ts'

/** A button, also for WeChat's own abilities (telephone number, agreeing to the privacy guide). */
export const button: Builtin = {
  tag: 'button',
  properties: {
    ...hoverProperties, hoverClass: { type: String, value: 'button-hover' },
    size: { type: String, value: 'default' }, type: { type: String, value: 'default' }, plain: Boolean,
    disabled: Boolean,
    loading: Boolean, formType: String, openType: String, lang: String, name: String, needShowEntrance: { type: null },
    appParameter: String, sessionFrom: String, sendMessageTitle: String, sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean, phoneNumberNoQuotaToast: { type: null }, createliveactivity: { type: null },
    activityId: { type: null }, templateId: { type: null }, groupId: { type: null }, entrancePath: { type: null },
  },
  holds: 'children',
  create: (host) => {
    const { element, data } = host
    const life = hover(host)
    element.setAttribute('role', 'button')
    element.tabIndex = 0
    element.addEventListener('click', () => {
      if (data['disabled']) return
      if (data['formType']) formOf(element)?.act(String(data['formType']))
      if (data['openType']) openAbility(String(data['openType']), host)
    })
    return {
      ...life,
      update: () => {
        for (const name of ['type', 'size']) element.setAttribute(`data-${name}`, String(data[name]))
        element.toggleAttribute('data-plain', data['plain'] === true)
        element.toggleAttribute('data-loading', data['loading'] === true)
        const disabled = data['disabled'] === true
        element.setAttribute('aria-disabled', String(disabled))
        element.tabIndex = disabled ? -1 : 0
      },
    }
  },
}
