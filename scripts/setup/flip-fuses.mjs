// Prepares the fallback Electron at argv[2]: it must not look for the other program's start-up
// snapshot, and Playwright has to be able to attach to it.
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

await flipFuses(process.argv[2], {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.RunAsNode]: true,
});
