package fr.passerelle.depot;

/** A file is larger than the hub accepts; nothing of it was kept. */
public class FichierTropGrand extends RuntimeException {

	public FichierTropGrand(long limite) {
		super("file larger than " + limite + " bytes");
	}

}
