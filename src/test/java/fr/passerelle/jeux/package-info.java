/**
 * The corpus {@code src/test/resources/jeux}: files as schools drop them, and all that
 * the hub answers and keeps.
 */
package fr.passerelle.jeux;
