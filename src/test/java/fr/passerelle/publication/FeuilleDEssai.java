package fr.passerelle.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A feed of one file, which says, packs and finds wrong what a test wants. */
class FeuilleDEssai implements Redaction {

	static final String NOM = "feuille.txt";

	private final String flux;

	String texte = "vrai";

	/** How its archive is called; null: as the hub calls it. */
	String archive;

	Set<String> uais = Set.of();

	List<String> fautes = List.of();

	List<String> parcelles = List.of("");

	/** What happens while it is written. */
	Runnable pendant = () -> {
	};

	FeuilleDEssai(String flux) {
		this.flux = flux;
	}

	@Override
	public String flux() {
		return this.flux;
	}

	@Override
	public List<String> parcelles(Consommateur consommateur, Set<String> siens) {
		return this.parcelles;
	}

	@Override
	public Contenu rediger(Consommateur consommateur, Set<String> siens, Path dossier) {
		this.pendant.run();
		try {
			Files.writeString(dossier.resolve(NOM), this.texte);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Contenu(this.uais, Map.of(), List.of(), this.fautes);
	}

	@Override
	public List<Path> emballer(Path dossier, Path vers) throws IOException {
		return (this.archive == null) ? List.of()
				: List.of(Files.copy(dossier.resolve(NOM), vers.resolve(this.archive)));
	}

}
