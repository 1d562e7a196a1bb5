/**
 * The hub from end to end: real routes, database, broker and folders, files of an
 * invented académie. Its important types: {@link fr.passerelle.integration.BoutEnBout},
 * {@link fr.passerelle.integration.Hub}.
 */
package fr.passerelle.integration;
