#!/usr/bin/env node
'use strict'

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Answered before anything is loaded.
  process.stdout.write(`cinch ${require('../package.json').version}\n`)
} else {
  const path = require('node:path')
  try {
    const {loadBundle} = require('./load-bundle.js')
    void loadBundle().main(argv, path.dirname(__dirname))
  } catch (error) {
    // Left to Node it would exit 1, which means findings.
    const unbuilt = error.code === 'ENOENT'
    process.exitCode = unbuilt ? 2 : 70
    process.stderr.write(
      unbuilt
        ? `cinch: Unexpected installation without \`${error.path}\`\n  fix: npm run build\n`
        : `cinch: This is a bug in cinch. Report it with the lines below.\n${error.stack}\n`,
    )
  }
}
