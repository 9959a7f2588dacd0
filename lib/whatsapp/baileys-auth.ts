import type {
  AuthenticationCreds,
  AuthenticationState,
  SignalDataSet,
  SignalDataTypeMap,
} from '@whiskeysockets/baileys';
import type { CredentialStore } from './credentials';

/** The part of the library that this needs: it is loaded late, and only by the worker. */
type Library = Pick<typeof import('@whiskeysockets/baileys'), 'BufferJSON' | 'initAuthCreds' | 'proto'>;

const CREDS = 'creds';

/**
 * The library's authentication state over the sealed store: its keys are read and written as it asks, several at once, and the
 * device's own credentials when `save` is called. Throws UnreadableCredentialsError.
 */
export async function authStateOver(
  { BufferJSON, initAuthCreds, proto }: Library,
  store: CredentialStore,
): Promise<{ state: AuthenticationState; save: () => Promise<void> }> {
  const write = (valor: unknown) => JSON.stringify(valor, BufferJSON.replacer);
  const read = (texto: string): unknown => JSON.parse(texto, BufferJSON.reviver);

  const kept = (await store.read([CREDS])).get(CREDS);
  const creds = kept === undefined ? initAuthCreds() : (read(kept) as AuthenticationCreds);

  async function get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
    const found = await store.read(ids.map((id) => `${type}:${id}`));
    const values: Record<string, SignalDataTypeMap[T]> = {};
    for (const id of ids) {
      const texto = found.get(`${type}:${id}`);
      if (texto === undefined) continue;
      const value = read(texto);
      const typed = type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(Object(value)) : value;
      values[id] = typed as SignalDataTypeMap[T];
    }
    return values;
  }

  async function set(data: SignalDataSet) {
    const changes = new Map<string, string | null>();
    for (const [type, byId] of Object.entries(data)) {
      for (const [id, value] of Object.entries(byId ?? {})) {
        changes.set(`${type}:${id}`, value === null || value === undefined ? null : write(value));
      }
    }
    if (changes.size > 0) await store.write(changes);
  }

  return { state: { creds, keys: { get, set } }, save: () => store.write(new Map([[CREDS, write(creds)]])) };
}
