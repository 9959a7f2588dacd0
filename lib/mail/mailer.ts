/** One message ready to travel. */
export type Mensaje = {
  /** The same at each attempt: a mail that arrives twice can be recognised. */
  idMensaje: string;
  /** Display name of the sender when `MAIL_FROM` brings none. */
  tienda: string;
  para: string;
  asunto: string;
  html: string;
  texto: string;
  fecha: Date;
};

/** What takes a message to a mail server. */
export type Mailer = {
  /** Done when the server has taken it. Throws RechazoPermanenteError when trying again would be in vain. */
  send(mensaje: Mensaje): Promise<void>;
  /** Lets go of what it holds open. */
  close(): void;
};

/** The server refused this message for good (5xx): the address does not exist, or it will not take it. */
export class RechazoPermanenteError extends Error {
  override readonly name = 'RechazoPermanenteError';
}
