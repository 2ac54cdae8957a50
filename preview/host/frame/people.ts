/** Somebody of the demo county. */
export interface DemoPerson {
  openid: string
  name: string
  about: string
}

/** Fills the list of people and says when another one is chosen. */
export async function showPeople(chosen: string, choose: (openid: string) => void): Promise<void> {
  const list = document.querySelector<HTMLElement>('#people-list')!
  const note = document.querySelector<HTMLElement>('#people-note')!
  const people = await loadPeople()
  note.textContent = people.length > 0 ? '' : '这个服务器没有演示人员。'
  const first = people.find(({ openid }) => openid === chosen) ?? people[0]
  list.replaceChildren(...people.map((person) => {
    const label = document.createElement('label')
    const input = Object.assign(document.createElement('input'), {
      type: 'radio', name: 'person', value: person.openid, checked: person === first,
    })
    const about = Object.assign(document.createElement('small'), { textContent: person.about })
    input.addEventListener('change', () => choose(person.openid))
    label.append(input, person.name, about)
    return label
  }))
  searchable(list)
  choose(first?.openid ?? 'nobody')
}

/** Every word typed must stand in the name or the post. */
function searchable(list: HTMLElement): void {
  const search = document.querySelector<HTMLInputElement>('#people-search')!
  search.addEventListener('input', () => {
    const words = search.value.split(/\s+/).filter(Boolean)
    for (const label of list.querySelectorAll('label')) label.hidden = !words.every((word) => label.textContent.includes(word))
  })
}

async function loadPeople(): Promise<DemoPerson[]> {
  try {
    const response = await fetch('/api/demo/people')
    if (!response.ok) return []
    const body = await response.json() as DemoPerson[] | { people?: DemoPerson[]; items?: DemoPerson[] }
    return Array.isArray(body) ? body : body.people ?? body.items ?? []
  } catch {
    return []
  }
}
