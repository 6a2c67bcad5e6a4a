import type {KnownKey} from '../../model/signature.ts'

/**
 * Keys with which hosting services sign what is committed in a browser, or merged there. Such a
 * signature says that the service made the commit; who asked for it is the service's word.
 */
export interface HostingKey {
  readonly service: string
  /** Of an SSH key, which can be checked; of a GPG key there is the fingerprint alone. */
  readonly ssh?: string
  /** Hexadecimal, upper case; its last 16 digits are the key id. */
  readonly gpg?: string
  /** Where the service publishes it. */
  readonly source: string
  /** `V`: read there on the day `checked`. `R`: as others report it. */
  readonly standing: 'V' | 'R'
  readonly checked: string
}

export const hostingKeys: readonly HostingKey[] = [
  {
    service: 'GitHub (web-flow)',
    gpg: '968479A1AFF927E37D1A566BB5690EEEBB952194',
    source: 'https://github.com/web-flow.gpg',
    standing: 'R',
    checked: '2026-11-22',
  },
  {
    // Expired on 2024-01-16.
    service: 'GitHub (web-flow)',
    gpg: '5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23',
    source: 'https://github.com/web-flow.gpg',
    standing: 'R',
    checked: '2026-11-22',
  },
  {
    service: 'GitLab.com (web commits)',
    ssh: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIADOCCUoN3Q1UPQqUvp845fKy7haJH17qsSkVXzWXilW',
    source: 'https://docs.gitlab.com/user/project/repository/signed_commits/',
    standing: 'R',
    checked: '2026-11-22',
  },
]

/** Those that can be checked, as keys of nobody. */
export const hostingSshKeys: readonly KnownKey[] = hostingKeys.flatMap(({ssh, service}) =>
  ssh === undefined ? [] : [{person: service, type: 'ssh', key: ssh, namespaces: ['git']}],
)

/** The service whose key an id or a fingerprint names; null where none does. */
export function hostingServiceOf(id: string): string | null {
  if (id.length < 16) return null
  return hostingKeys.find(({gpg}) => gpg?.endsWith(id.toUpperCase()))?.service ?? null
}
