import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const DESAYUNO: CategoriaDeMuestra = {
  nombre: 'Desayuno e infusiones',
  productos: [
    // Buena Vida
    ...deEmpresa('7771701', [[1, 'Café Buena Vida molido 200 g', 32, 26, 2]]),
    // Copacabana
    ...deEmpresa('7771702', [
      [1, 'Café Copacabana molido 125 g', 16, 12.8, 3],
      [2, 'Café Copacabana instantáneo 50 g', 18, 14.6, 2],
    ]),
    // Nestlé (Chile)
    ...deEmpresa('7802950', [
      [1, 'Nescafé Tradición 50 g', 24, 20, 4],
      [11, 'Milo 400 g', 36, 30, 2],
      [12, 'Milo sachet 25 g', 3, 2.3, 4],
    ]),
    // PepsiCo (Brasil)
    ...deEmpresa('7894321', [[1, 'Toddy original 400 g', 26, 21.5, 3]]),
    // Windsor
    ...deEmpresa('7771703', [
      [1, 'Té Windsor 20 bolsitas', 6, 4.7, 5],
      [2, 'Té Windsor canela 20 bolsitas', 6.5, 5.1, 3],
      [3, 'Mate de manzanilla Windsor 20 bolsitas', 6, 4.7, 4],
      [4, 'Mate de coca Windsor 20 bolsitas', 6.5, 5, 3],
      [5, 'Trimate Windsor 20 bolsitas', 6.5, 5, 3],
    ]),
    // San Gabriel
    ...deEmpresa('7771704', [
      [1, 'Hojuelas de maíz San Gabriel 200 g', 11, 8.9, 3],
      [2, 'Cereal chocolatado San Gabriel 200 g', 13, 10.5, 3],
      [3, 'Granola San Gabriel 400 g', 24, 19.2, 1],
    ]),
    // Princesa
    ...deEmpresa('7771403', [
      [101, 'Avena en hojuelas Princesa 500 g', 11, 9, 4],
      [102, 'Avena con quinua Princesa 500 g', 13, 10.6, 2],
    ]),
    // El Ceibo
    ...deEmpresa('7771705', [
      [1, 'Cocoa El Ceibo 200 g', 21, 16.8, 2],
      [2, 'Chocolate de taza El Ceibo 200 g', 24, 19.4, 2],
    ]),
  ],
};
