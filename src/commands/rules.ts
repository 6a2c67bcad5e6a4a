import {Command, Flags} from '@oclif/core'

export default class Rules extends Command {
  static override summary = 'List the tests of the rule set.'
  static override description = 'Works offline and needs no repository.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --thresholds',
    '<%= config.bin %> <%= command.id %> --authorities --json',
  ]
  static override flags = {
    thresholds: Flags.boolean({
      summary: 'List the numbers they use instead.',
      exclusive: ['authorities'],
    }),
    authorities: Flags.boolean({summary: 'List the authorities they rest on instead.'}),
    json: Flags.boolean({summary: 'As JSON.'}),
  }

  async run(): Promise<void> {
    const {flags} = await this.parse(Rules)
    const [{rules}, {authorities}, listing] = await Promise.all([
      import('../rules/index.ts'),
      import('../law/authorities.ts'),
      import('../report/catalogue.ts'),
    ])
    const thresholds = listing.thresholdsOf(rules)
    if (flags.json) {
      const shown = flags.thresholds ? thresholds : flags.authorities ? authorities : rules
      process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
    } else if (flags.thresholds) process.stdout.write(listing.thresholdList(thresholds))
    else if (flags.authorities) process.stdout.write(listing.authorityList(authorities))
    else process.stdout.write(listing.ruleList(rules))
  }
}
