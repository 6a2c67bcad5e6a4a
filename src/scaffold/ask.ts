/** Someone at a terminal who answers. Each throws where the answer is to stop. */
export interface Asker {
  readonly text: (question: {
    readonly message: string
    readonly example?: string
    readonly answer?: string
    /** What is wrong with an answer; undefined where nothing is. */
    readonly check?: (answer: string) => string | undefined
  }) => Promise<string>
  readonly choose: <T extends string>(question: {
    readonly message: string
    readonly options: readonly Choice<T>[]
  }) => Promise<T>
  readonly several: (question: {
    readonly message: string
    readonly options: readonly Choice[]
  }) => Promise<readonly string[]>
  readonly confirm: (question: {
    readonly message: string
    readonly answer: boolean
  }) => Promise<boolean>
}

export interface Choice<T extends string = string> {
  readonly value: T
  readonly label: string
  readonly hint?: string
}
