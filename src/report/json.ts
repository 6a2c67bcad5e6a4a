import type {Reporter} from './report.ts'

/** Version of the envelope; `schemas/output/envelope.schema.json` describes it. */
const envelopeVersion = 1

/** One JSON object on stdout: the envelope with the whole result. */
export const json: Reporter = {
  format: 'json',
  async print(report, {discreet}) {
    const {command, toolVersion, asOf, read, leftOut = []} = report
    const {diagnostics, findings, assessment, result, exitCode} = report
    return `${JSON.stringify(
      {
        schema: 'https://cinch.example/schemas/1/output/envelope.schema.json',
        formatVersion: envelopeVersion,
        command,
        tool: {name: 'cinch', version: toolVersion},
        asOf,
        exitCode,
        discreet,
        read: [...read, ...leftOut],
        diagnostics,
        findings,
        assessment,
        result,
      },
      null,
      2,
    )}\n`
  },
}
