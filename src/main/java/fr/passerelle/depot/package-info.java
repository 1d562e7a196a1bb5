/**
 * Files taken from the watched folders, from HTTP and from the other channels (SFTP
 * servers, the queue of deposits, addresses fetched at a steady pace): whole, once,
 * copied to the content store before they leave their place. Its important types:
 * {@link fr.passerelle.depot.DepotStep}, {@link fr.passerelle.depot.Guichet}; the
 * channels of the settings are {@link fr.passerelle.depot.CanauxSettings}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "canal", "journal", "catalogue" })
package fr.passerelle.depot;
