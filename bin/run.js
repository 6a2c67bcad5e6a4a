#!/usr/bin/env node
'use strict'

const argv = process.argv.slice(2)
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Answered before anything is loaded.
  process.stdout.write(`cinch ${require('../package.json').version}\n`)
} else {
  const path = require('node:path')
  const {loadBundle} = require('./load-bundle.js')
  void loadBundle().main(argv, path.dirname(__dirname))
}
