package fr.passerelle.depot;

import fr.passerelle.journal.Prises;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/**
 * What becomes of a file of a server when its route has ended: it leaves its place only
 * if the ledger has it, and only then is its lease given back.
 *
 * @param <T> what the component makes of a remote file
 */
class SftpHandling<T> implements GenericFileProcessStrategy<T> {

	private static final String ICI = "passerelle.sftp";

	private static final String NUMERO = "passerelle.sftp.numero";

	private final CanalSftp canal;

	private final StableFiles<?> entiers;

	private final Prises prises;

	SftpHandling(CanalSftp canal, StableFiles<?> entiers, Prises prises) {
		this.canal = canal;
		this.entiers = entiers;
		this.prises = prises;
	}

	/** The handling of the file that this message carries. */
	static SftpHandling<?> de(Exchange message) {
		return message.getProperty(ICI, SftpHandling.class);
	}

	CanalSftp canal() {
		return this.canal;
	}

	StableFiles<?> entiers() {
		return this.entiers;
	}

	/** The key of its lease. */
	String cle(GenericFile<?> fichier) {
		return this.canal.canal() + "/" + fichier.getRelativeFilePath();
	}

	/** Says that we hold the file and that it is in the ledger under this number. */
	static void estAuRegistre(Exchange message, String numero) {
		message.setProperty(NUMERO, numero);
	}

	@Override
	public void prepareOnStartup(GenericFileOperations<T> serveur, GenericFileEndpoint<T> adresse) {
	}

	@Override
	public boolean begin(GenericFileOperations<T> serveur, GenericFileEndpoint<T> adresse, Exchange message,
			GenericFile<T> fichier) {
		message.setProperty(ICI, this);
		return true;
	}

	@Override
	public void commit(GenericFileOperations<T> serveur, GenericFileEndpoint<T> adresse, Exchange message,
			GenericFile<T> fichier) {
		String numero = message.getProperty(NUMERO, String.class);
		if (numero != null) {
			retirer(serveur, fichier, numero);
			this.prises.rendre(cle(fichier));
			this.entiers.oublier(fichier.getRelativeFilePath());
		}
	}

	@Override
	public void abort(GenericFileOperations<T> serveur, GenericFileEndpoint<T> adresse, Exchange message,
			GenericFile<T> fichier) {
	}

	@Override
	public void rollback(GenericFileOperations<T> serveur, GenericFileEndpoint<T> adresse, Exchange message,
			GenericFile<T> fichier) {
	}

	private void retirer(GenericFileOperations<T> serveur, GenericFile<T> fichier, String numero) {
		String chemin = fichier.getAbsoluteFilePath();
		boolean parti = switch (this.canal.apres()) {
			case SUPPRIMER -> serveur.deleteFile(chemin);
			case DEPLACER -> ranger(serveur, chemin, this.canal.rangement(numero, fichier.getFileNameOnly()));
		};
		if (!parti) {
			throw new GenericFileOperationFailedException("removing a file taken from " + this.canal);
		}
	}

	private boolean ranger(GenericFileOperations<T> serveur, String chemin, String place) {
		String dossier = this.canal.dansLeDossier(this.canal.traites());
		return serveur.buildDirectory(dossier, dossier.startsWith("/")) && serveur.renameFile(chemin, place);
	}

}
