package fr.passerelle.depot;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.util.FileUtil;
import org.springframework.stereotype.Component;

/**
 * The files that a look has given and that are not finished with. Camel asks for a path
 * as the system writes it and gives it back with {@code \} as {@code /}: a name that has
 * one would be under way for ever, and no other file of that name taken.
 */
@Component("fichiersEnCours")
class FilesUnderWay extends MemoryIdempotentRepository {

	private static final int MAX = 50_000;

	FilesUnderWay() {
		setCacheSize(MAX);
	}

	@Override
	public boolean add(String chemin) {
		return super.add(ecrit(chemin));
	}

	@Override
	public boolean contains(String chemin) {
		return super.contains(ecrit(chemin));
	}

	@Override
	public boolean remove(String chemin) {
		return super.remove(ecrit(chemin));
	}

	/** Written the one way, whichever way it comes. */
	private static String ecrit(String chemin) {
		return FileUtil.compactPath(FileUtil.normalizePath(chemin), '/');
	}

}
