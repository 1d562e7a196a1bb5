package fr.passerelle.journal;

/**
 * A file that has just been copied to the content store.
 *
 * @param canal {@code dossier}, {@code http}, {@code jms}, {@code sftp:…} or
 * {@code url:…}, by the name of the server or address
 * @param deposant who dropped it: an account, the folder, the server, what a message says
 * @param dossier folder of inbox/ (empty: inbox/ itself), null for the other channels
 * @param perimetre schools the depositor may act for, null for all
 * @param uaiAnnonce the school of the folder or given by the caller, null when unknown
 * @param confirme whether the sender confirmed in advance a deposit that makes much
 * disappear
 */
public record Reception(String fichier, long taille, String empreinte, String canal, String deposant, String dossier,
		java.util.Set<String> perimetre, String uaiAnnonce, boolean confirme) {

	public Reception {
		// A database text holds every character but this one.
		fichier = fichier.replace('\0', '\uFFFD');
	}
}
