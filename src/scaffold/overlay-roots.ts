import type {Kind} from '../model/workspace.ts'

/** A repository beside the shared one, for records that fewer people may read. */
export interface OverlayRoot {
  /** As its cinch.yaml names it; outputs of every class show it. */
  readonly name: string
  readonly folder: string
  readonly class: 'privileged' | 'peerReview'
  readonly title: string
  readonly purpose: string
  readonly readers: string
  readonly owner: 'counselOwner' | 'officerOwner'
  /** Kinds that belong there. */
  readonly kinds: readonly Kind[]
}

/** @param folder - Name of the shared folder, beside which they lie. */
export function overlayRoots(folder: string): readonly OverlayRoot[] {
  return [
    {
      name: 'counsel',
      folder: `${folder}-counsel`,
      class: 'privileged',
      title: 'Counsel-only records',
      purpose:
        "Counsel's notes, holds, talks with payers and payments: what members may not read of one another.",
      readers: 'counsel',
      owner: 'counselOwner',
      kinds: ['CounselNote', 'Hold', 'Negotiation', 'Distribution'],
    },
    {
      name: 'peer-review',
      folder: `${folder}-peer-review`,
      class: 'peerReview',
      title: 'Peer-review records',
      purpose:
        'Cases by pseudonym: steps, dates and outcomes; never a name, a patient or a narrative.',
      readers: 'the peer-review committee and the officer',
      owner: 'officerOwner',
      kinds: ['CorrectiveAction'],
    },
  ]
}
