import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { missingTags } from '../../tags.ts'
import { button } from './button.ts'
import { checkbox, checkboxGroup, radio, radioGroup } from './choice.ts'
import { defineBuiltin, type Builtin } from './define.ts'
import { form } from './form.ts'
import { icon } from './icon.ts'
import { coverImage, image } from './image.ts'
import { input } from './input.ts'
import { label } from './label.ts'
import { navigator } from './navigator.ts'
import { navigationBar, pageMeta } from './page-meta.ts'
import { picker } from './picker.ts'
import { pickerView, pickerViewColumn } from './picker-view.ts'
import { richText } from './rich-text.ts'
import { scrollView } from './scroll-view.ts'
import { progress, slider } from './slider.ts'
import { swiper, swiperItem } from './swiper.ts'
import { switchControl } from './switch.ts'
import { text } from './text.ts'
import { textarea } from './textarea.ts'
import { video } from './video.ts'
import { coverView, rootPortal, view } from './view.ts'

const builtins: Builtin[] = [
  view, text, image, button, input, textarea, form, label, switchControl, slider, progress, checkbox, checkboxGroup,
  radio, radioGroup, picker, pickerView, pickerViewColumn, scrollView, swiper, swiperItem, navigator, pageMeta,
  navigationBar, richText, icon, video, coverView, coverImage, rootPortal,
]

/** Registers every built-in component; those that the preview lacks say so when a page uses them. */
export function defineBuiltins(space: CodeSpace): void {
  builtins.forEach((builtin) => defineBuiltin(space, builtin))
  for (const tag of missingTags) {
    defineBuiltin(space, {
      tag, holds: 'children',
      create: () => {
        throw new Error(`<${tag}> is not in the preview: use another component or add it to preview/host/builtin`)
      },
    })
  }
}
