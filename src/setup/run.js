// The door of set-up: `run.js start|test|command ARGS`. It is written for any Node that can read a
// module, and imports nothing until it knows that this one is new enough for the rest.
const major = Number(process.versions.node.split('.')[0]);

if (major < 18) {
  console.error(
    `This workshop is set up with Node 18 or newer, and this is Node ${process.versions.node}: install a newer Node (Debian 12: apt-get install nodejs npm), then run the same command again.`,
  );
  process.exitCode = 1;
} else {
  import('./main.js').then(({ main }) => main(process.argv.slice(2)));
}
