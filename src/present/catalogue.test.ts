import { describe, expect, it } from 'vitest'
import { exampleDocuments, fullCatalogue, listPassRoleOperations } from '../catalog'
import { loadTranslate, type Translate } from '../i18n'
import { type Documents, runDocuments } from '../simulate'
import { buildScene, buildTimeline, narrate, noLesson, type Timeline, terminalPanels } from '.'

const calls = fullCatalogue.services.flatMap((service) => service.calls.map(({ action }) => ({ action })))
const nobody = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'another.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

function documentsOf(action: string): Documents {
  const found = fullCatalogue.findCall(action)
  if (!found) throw new Error(action)
  return { ...exampleDocuments(found) }
}

/** One run that succeeds, one that PassRole stops, one that no trust policy lets through. */
function runsOf(documents: Documents): Documents[] {
  const { roles: _, ...shared } = documents
  const passing = JSON.parse(documents.identityPolicy ?? '') as { Version: string; Statement: { Action: string }[] }
  const mayNotPass = { ...passing, Statement: passing.Statement.filter(({ Action }) => Action !== 'iam:PassRole') }
  return [documents, { ...documents, identityPolicy: JSON.stringify(mayNotPass) }, { ...shared, trustPolicy: nobody }]
}

function textsOf(timeline: Timeline, translate: Translate): string[] {
  const texts = [JSON.stringify(buildScene(timeline, translate))]
  for (const t of timeline.settled) {
    const { headline, body, aside } = narrate(timeline, t, translate, noLesson)
    texts.push([...headline, ...body, ...(aside?.text ?? [])].map((segment) => segment.text).join(''))
    texts.push(...terminalPanels(timeline, t, translate).flatMap((panel) => [panel.title, ...panel.lines.flat().map((span) => span.text)]))
  }
  return texts
}

const noise = /\{[a-z]:?[A-Za-z]*\}|undefined|\[object|<\$?[a-z.-]+(?:\|[^>]*)?>/

describe.each(['en', 'ja'] as const)('the catalogue in words (%s)', (language) => {
  it.each(calls)('$action leaves no placeholder, whatever the outcome', async ({ action }) => {
    const translate = await loadTranslate(language)
    for (const documents of runsOf(documentsOf(action))) {
      for (const text of textsOf(buildTimeline(runDocuments(documents)), translate)) expect(text).not.toMatch(noise)
    }
  })

  it('a failure that shows later has its place in the second terminal', async () => {
    const translate = await loadTranslate(language)
    const places = new Set<string>()
    for (const { action } of calls) {
      const { roles: _, ...documents } = documentsOf(action)
      const timeline = buildTimeline(runDocuments({ ...documents, trustPolicy: nobody }))
      const error = timeline.trace?.steps.at(-1)
      if (error?.kind !== 'error' || error.seenAt !== 'later') continue
      const [caller, output] = terminalPanels(timeline, timeline.end, translate)
      expect(caller?.status?.kind, action).toBe('returned')
      expect(output?.title, action).toBe(translate(`terminal.place.${error.error.place}`))
      places.add(error.error.place)
    }
    expect([...places].sort()).toEqual(
      [
        'build-log',
        'execution-log',
        'instance-metadata',
        'job-status',
        'later-caller',
        'none',
        'not-known',
        'pipeline-execution',
        'query-error',
        'service-event',
        'stack-event',
        'status-reason',
      ].sort(),
    )
  })

  it('a call known by name only guesses nothing', async () => {
    const translate = await loadTranslate(language)
    const action = listPassRoleOperations().find(
      ({ action: name }) => !fullCatalogue.services.some(({ id }) => name.startsWith(`${id}:`)),
    )?.action
    const roleArn = 'arn:aws:iam::111122223333:role/some-role'
    const request = JSON.stringify({ caller: 'arn:aws:iam::111122223333:user/aya', action, parameters: { role: roleArn } })
    const identityPolicy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] })
    const timeline = buildTimeline(runDocuments({ request, identityPolicy, trustPolicy: nobody }))
    const scene = buildScene(timeline, translate)
    expect(scene.timing).toEqual({ kind: 'later', text: translate('timing.unknown') })
    expect(scene.badge.principal).toBe(translate('name.not-known'))
    expect(scene.output?.title).toBe(translate('place.not-known'))
    const [, output] = terminalPanels(timeline, timeline.end, translate)
    expect(output?.lines.flat().map((span) => span.text)).toEqual([`# ${translate('terminal.words-unknown')}`])
  })
})
