import type { DocumentId } from '../simulate'

/** How a row of a gate ended. `skip`: not looked at. */
export type RowResult = 'ok' | 'no' | 'skip'

/** One row of a gate: an element of the policy language and what it was compared with. Texts are ready to show. */
export interface GateRow {
  /** "Action", "Condition", "The call", "Identity", … */
  readonly label: string
  readonly value: string
  /** Shown after the value when the row failed, `lambda… ≠ ecs-tasks…`. */
  readonly note: string | undefined
  readonly result: RowResult
  /** The value in full, for a tooltip and for screen readers. */
  readonly full: string
  /** Of a row that failed by its values: both of them in full, as a sentence. */
  readonly said?: string
  /** A layer's row: where its text stands. */
  readonly opens?: LayerPlace | undefined
}

/** A place in the documents: the document, the level of the organization, and the deciding statement's offset where there is one. */
export interface LayerPlace {
  readonly documentId: DocumentId
  readonly level: number | undefined
  readonly at: number | undefined
}

/** The rows of one role at one gate. */
export interface GateRole {
  readonly roleArn: string | undefined
  readonly letter: string | undefined
  /** "2a"; "2" with one role. */
  readonly station: string
  readonly name: string
  readonly rows: readonly GateRow[]
  /** Undefined: not asked. */
  readonly verdict: 'allow' | 'deny' | 'unreadable' | 'fault' | undefined
  /** For the button's accessible name. */
  readonly summary: string
  /** Where the statement that decided stands: the summary ends in it, and the line is added where the text is known. */
  readonly decided: { readonly documentId: DocumentId; readonly at: number } | undefined
}

export interface GateScene {
  readonly service: 'IAM' | 'STS'
  readonly question: string
  /** The same without the role's name, for where it has no room. */
  readonly short: string | undefined
  /** Shorter forms for the gate of a phone, the longest first. */
  readonly shorter: readonly string[]
  readonly roles: readonly GateRole[]
  /** Verdict of the whole station; undefined: not reached. `not-needed`: the direct call's identity side when the trust names the caller. */
  readonly verdict: 'allow' | 'deny' | 'unreadable' | 'fault' | 'not-needed' | undefined
}

/** Whom a gate was asked about, where the call is somebody else's. */
export interface AskedCaller {
  readonly name: string
  /** What became of it, after the name. */
  readonly text: string
  /** `skip`: never asked, or not to be told. */
  readonly mark: RowResult
  readonly answer: string | undefined
}

/** What stands on the stage beside the rest where the call is somebody else's: `user` is that other caller then. */
export interface DeputyScene {
  readonly owner: { readonly name: string; readonly detail: string }
  /** Whom the first gate was asked about: the owner, and nobody else. */
  readonly callers: readonly AskedCaller[]
  /** The first gate's answer to the owner; undefined: not to be told. */
  readonly ownAnswer: { readonly text: string; readonly kind: LineKind } | undefined
  /** The second gate's answers, with the account that the service works for. */
  readonly yes: string
  readonly no: string
}

/** One role's seat in the workload. With one role there is one lane and the block is not split. */
export interface LaneScene {
  readonly roleArn: string | undefined
  readonly letter: string | undefined
  readonly roleName: string | undefined
  readonly title: string
  readonly glyph: GlyphId
  readonly idle: string
  readonly wearing: string
  readonly off: string
  /** Running without credentials (EC2). */
  readonly bare: string
}

export type GlyphId = 'user' | 'service' | 'task' | 'creds' | 'fn' | 'pipe' | 'inst' | 'agent' | 'build' | 'stack' | 'q'

export type LineKind = 'user' | 'service' | 'role' | 'allow' | 'deny'

export type EdgeId =
  | 'call'
  | 'own-call'
  | 'return'
  | 'error'
  | 'pass-ask'
  | 'pass-answer'
  | 'assume-rail'
  | 'assume-ask'
  | 'assume-answer'
  | 'wear'
  | 'act'
  | 'output'

/** Everything on the stage that does not change with time: names, questions, labels. Computed once per run and language. */
export interface Scene {
  readonly mode: 'service' | 'direct'
  readonly user: { readonly name: string; readonly detail: string }
  readonly frame: string
  readonly controlPlane: { readonly title: string; readonly idle: string; readonly arrived: string }
  /** Who calls STS: `name` alone, and as which principal. */
  readonly badge: { readonly name: string; readonly title: string; readonly principal: string; readonly speaker: 'service' | 'user' }
  readonly lanes: readonly LaneScene[]
  readonly resource: { readonly title: string; readonly detail: string } | undefined
  readonly gates: { readonly iam: GateScene; readonly sts: GateScene }
  /** Labels beside lines; `under` stands below the line. */
  readonly labels: Readonly<
    Partial<
      Record<
        EdgeId,
        { readonly text: string; readonly kind: LineKind; readonly under?: { readonly text: string; readonly kind: LineKind } }
      >
    >
  >
  readonly packets: Readonly<
    Partial<
      Record<
        EdgeId,
        {
          readonly text: string
          readonly kind: LineKind
          readonly glyph: GlyphId | undefined
          readonly roleName: string | undefined
          readonly tag: string | undefined
        }
      >
    >
  >
  /** EC2: the role's name inside the profile, drawn as a sleeve on the request line. */
  readonly instanceProfile: { readonly name: string; readonly roleName: string } | undefined
  /** Axis break between control plane and badge: "later: a task starts"; `at-call`: no break. */
  readonly timing: { readonly kind: 'at-call' | 'later'; readonly text: string } | undefined
  /** Where a later failure shows. */
  readonly output: { readonly title: string; readonly text: string } | undefined
  /** The account of gate 3 and its role, when it is not the caller's: drawn as a frame. */
  readonly foreignAccount: string | undefined
  /** Direct call: how the two sides join. */
  readonly join: { readonly kind: 'and' | 'or' | 'deny'; readonly text: string } | undefined
  /** An allowed direct call: that its session may take a further role on. */
  readonly chain?: { readonly title: string; readonly text: string } | undefined
  /** The call is somebody else's. */
  readonly deputy: DeputyScene | undefined
  readonly legend: { readonly title: string; readonly user: string; readonly service: string; readonly role: string }
  /** Which document a station's evidence stands in. */
  readonly documentOf: Readonly<Partial<Record<string, DocumentId>>>
}
