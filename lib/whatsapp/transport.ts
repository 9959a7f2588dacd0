import type { CredentialStore } from './credentials';

/**
 * Why a connection ended: the phone unlinked it, another program took the session, WhatsApp blocked the number, nobody scanned
 * the code, it must be opened again at once, or it was lost.
 */
export type CloseReason = 'logged_out' | 'replaced' | 'banned' | 'nobody_scanned' | 'restart' | 'lost';

/** The linked account; `numero` in digits. */
export type Account = { numero: string; nombre: string | null };

/** A group that the account is in. */
export type Group = { id: string; nombre: string; participantes: number };

/** What a connection tells. After `close`, once, it tells nothing more. */
export type TransportEvents = {
  /** A code to scan, good for so many milliseconds; another replaces it. */
  qr(texto: string, vidaMs: number): void;
  open(cuenta: Account): void;
  close(razon: CloseReason, detalle: string): void;
};

/** A file to send. `texto` goes under it. */
export type OutgoingFile = { bytes: Buffer; nombre: string; tipo: string; texto: string | null };

/** No try will ever reach this destination; `message` is the sentence for the person. */
export class DestinationError extends Error {}

/**
 * One connection to WhatsApp. A send settles when WhatsApp has taken the message, and throws when it has not, in time or at all;
 * `destino` is a number in digits or the id of a group, and the same `referencia` again is the same message, not a second one.
 */
export type Transport = {
  sendText(destino: string, texto: string, referencia: string): Promise<void>;
  sendImage(destino: string, imagen: OutgoingFile, referencia: string): Promise<void>;
  sendDocument(destino: string, documento: OutgoingFile, referencia: string): Promise<void>;
  listGroups(): Promise<Group[]>;
  /** Ends the connection; the phone stays linked. */
  close(): Promise<void>;
  /** Ends the connection and unlinks the phone. */
  logout(): Promise<void>;
};

/** Opens a connection with the credentials kept in `store`, and keeps there those that change. */
export type ConnectTransport = (store: CredentialStore, on: TransportEvents) => Promise<Transport>;
