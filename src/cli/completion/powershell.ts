import {firstWords, nextWords, type CompletedCommand} from './commands.ts'

/**
 * For Windows PowerShell 5.1 and later, and PowerShell 7. Written by the reference of
 * `Register-ArgumentCompleter -Native`, whose script block gets the word, the command and the cursor.
 */
export function powershellCompletion(commands: readonly CompletedCommand[]): string {
  const own = commands.map((it) => {
    const flags = it.flags.map(({name, summary, value}) => {
      const words = value === 'none' || value === 'file' || value === 'free' ? [] : value
      const kind = value === 'none' ? 'none' : value === 'file' ? 'file' : 'value'
      return `      @{name = ${quoted(`--${name}`)}; summary = ${quoted(summary)}; kind = '${kind}'; offers = @(${words.map(quoted).join(', ')})}`
    })
    return `    ${quoted(it.name)} = @{
      words = @(${nextWords(it, commands).map(quoted).join(', ')})
      flags = @(
${flags.join('\n')}
      )
    }`
  })
  return `# Completion of cinch for PowerShell; made by \`cinch completion powershell\`.
Register-ArgumentCompleter -Native -CommandName cinch -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $known = @{
${own.join('\n')}
  }
  $first = @(${firstWords(commands)
    .map(({name}) => quoted(name))
    .join(', ')})
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object {$_.Extent.EndOffset -lt $cursorPosition} | ForEach-Object {"$_"})
  $command = ''
  foreach ($word in $typed) {
    $longer = "$command $word".Trim()
    if ($known.ContainsKey($longer)) {$command = $longer}
  }
  $words = $first
  $flags = @(@{name = '--help'; summary = 'Show help.'; kind = 'none'; offers = @()})
  if ($command -ne '') {
    $words = $known[$command].words
    $flags = $known[$command].flags
  }
  # No pattern: what is typed may hold a bracket, which no pattern may begin.
  $begins = {param($text) $text.StartsWith($wordToComplete, [StringComparison]::OrdinalIgnoreCase)}
  $previous = if ($typed.Count -gt 0) {$typed[-1]} else {''}
  $asked = $flags | Where-Object {$_.name -eq $previous -and $_.kind -ne 'none'}
  if ($asked) {
    # Nothing of ours for a file: PowerShell completes it itself.
    $asked.offers | Where-Object {& $begins $_} | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    return
  }
  if ($wordToComplete.StartsWith('-')) {
    $flags | Where-Object {& $begins $_.name} | ForEach-Object {
      $tip = if ($_.summary) {$_.summary} else {$_.name}
      [System.Management.Automation.CompletionResult]::new($_.name, $_.name, 'ParameterName', $tip)
    }
    return
  }
  $words | Where-Object {& $begins $_} | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}

/**
 * In single quotes PowerShell reads nothing but a doubled quote, and takes the curly ones for quotes,
 * too; of two in a row it keeps the second.
 */
function quoted(text: string): string {
  return `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}
