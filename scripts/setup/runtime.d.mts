/** How Electron is started on this machine; see runtime.mjs. */
export interface ElectronRuntime {
  readonly kind: 'pinned' | 'fallback';
  readonly version: string;
  readonly dist: string;
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly needsVirtualDisplay: boolean;
}
export function electronRuntime(): ElectronRuntime;
export function toolNode(): string;
export function toolEnvironment(env?: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
export function hasDisplay(platform?: string, env?: NodeJS.ProcessEnv): boolean;
export function extraArguments(platform?: string, uid?: number): string[];
