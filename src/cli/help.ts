import {CommandHelp, Help} from '@oclif/core'

/** Help that begins with examples: most readers want a line to copy. */
class ExamplesFirst extends CommandHelp {
  protected override sections() {
    const sections = super.sections()
    const examples = sections.filter(({header}) => header.startsWith('EXAMPLE'))
    return [...examples, ...sections.filter((it) => !examples.includes(it))]
  }
}

export default class ExamplesFirstHelp extends Help {
  protected override CommandHelpClass = ExamplesFirst
}
