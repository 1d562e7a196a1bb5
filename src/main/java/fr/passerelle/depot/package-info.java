/**
 * Files taken from the watched folders and from HTTP: whole, once, copied to the content
 * store before they leave the folder. Its important types:
 * {@link fr.passerelle.depot.DepotStep}, {@link fr.passerelle.depot.Guichet}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal" })
package fr.passerelle.depot;
