import fs from 'node:fs';
import path from 'node:path';

/** What the walk may say of a requirement. */
const ESTADOS = ['cumple', 'parcial', 'no', 'no aplica'];
const FILA = /^\| (\d+\.\d+\.\d+) \| ([12]) \| ([a-z ]+) \| (.*?) \| (.*?) \| (.*) \|$/;
const CITA = /`([^`]+)` › «([^»]+)»/g;
/** The title of a test or of a group: the first argument of `it`, `test`, `describe` and what is made of them. */
const TITULO =
  /\b(?:it|test|describe)\b[\w.]*(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/**
 * Compares `docs/seguridad.md` with the list of requirements and with the tests it cites. Every requirement of levels 1 and 2
 * must have one row of its level; one that is met must cite a test, and every test that is cited must be there by its title.
 * @param {string} base a tree with the layout of this repository
 * @returns {{ requisitos: number, citas: number, faltas: string[] }}
 */
export function checkSeguridad(base) {
  const leer = (/** @type {string} */ donde) => fs.readFileSync(path.join(base, donde), 'utf8');
  const norma = JSON.parse(leer('scripts/checks/asvs-5.0.0.json'));
  const niveles = new Map([
    ...norma.nivel_1.map((/** @type {string} */ id) => [id, '1']),
    ...norma.nivel_2.map((/** @type {string} */ id) => [id, '2']),
  ]);
  const { filas, faltas } = filasDe(leer('docs/seguridad.md'), niveles);
  /** @type {Map<string, Set<string> | null>} */
  const titulos = new Map();
  let citas = 0;
  for (const { id, estado, como, prueba } of filas) {
    const citadas = [...prueba.matchAll(CITA)];
    citas += citadas.length;
    if (estado === 'cumple' && citadas.length === 0) faltas.push(`${id}: dice que cumple y no cita ninguna prueba`);
    if (!como.trim()) faltas.push(`${id}: no dice cómo ni por qué`);
    if (prueba.replace(CITA, '').replace(/[;\s—]/g, '')) faltas.push(`${id}: la cita no se entiende: ${prueba}`);
    for (const [, archivo = '', titulo = ''] of citadas) {
      if (!titulos.has(archivo)) titulos.set(archivo, titulosDe(path.join(base, archivo)));
      const suyos = titulos.get(archivo);
      if (!suyos) faltas.push(`${id}: no existe ${archivo}`);
      else if (!suyos.has(titulo)) faltas.push(`${id}: ${archivo} no tiene la prueba «${titulo}»`);
    }
  }
  return { requisitos: filas.length, citas, faltas };
}

/**
 * @param {string} texto
 * @param {Map<string, string>} niveles
 */
function filasDe(texto, niveles) {
  const faltas = [];
  const vistas = new Set();
  const filas = texto.split('\n').flatMap((linea) => {
    const [, id = '', nivel = '', estado = '', , como = '', prueba = ''] = FILA.exec(linea) ?? [];
    return id ? [{ id, nivel, estado, como, prueba }] : [];
  });
  for (const { id, nivel, estado } of filas) {
    if (vistas.has(id)) faltas.push(`${id} está dos veces`);
    vistas.add(id);
    if (!niveles.has(id)) faltas.push(`${id} no es un requisito de los niveles 1 y 2`);
    else if (niveles.get(id) !== nivel) faltas.push(`${id} es del nivel ${niveles.get(id)}`);
    if (!ESTADOS.includes(estado)) faltas.push(`${id}: «${estado}» no es un estado`);
  }
  for (const id of niveles.keys()) if (!vistas.has(id)) faltas.push(`falta ${id}`);
  return { filas, faltas };
}

/**
 * The titles of the tests of a file, as written; `null` when there is no such file.
 * @param {string} archivo
 */
function titulosDe(archivo) {
  if (!fs.existsSync(archivo)) return null;
  const texto = fs.readFileSync(archivo, 'utf8');
  return new Set([...texto.matchAll(TITULO)].map(([, , titulo]) => (titulo ?? '').replace(/\\(['"`])/g, '$1')));
}
