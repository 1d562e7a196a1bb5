package fr.passerelle.journal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes through and no more, whoever writes them. */
final class SortieBornee extends FilterOutputStream {

	private final long limite;

	private long taille;

	SortieBornee(OutputStream sortie, long limite) {
		super(sortie);
		this.limite = limite;
	}

	/**
	 * Lets a source write; what it makes of our refusal is known here, whatever exception
	 * it turns it into.
	 */
	void recevoir(Contenus.Source source, OutputStream entree) throws IOException {
		try {
			source.verser(entree);
		}
		catch (IOException ex) {
			throw (this.taille > this.limite) ? new Contenus.TropGrand(this.limite) : ex;
		}
	}

	long taille() {
		return this.taille;
	}

	@Override
	public void write(int octet) throws IOException {
		compter(1);
		this.out.write(octet);
	}

	@Override
	public void write(byte[] octets, int debut, int nombre) throws IOException {
		compter(nombre);
		this.out.write(octets, debut, nombre);
	}

	private void compter(int nombre) throws IOException {
		this.taille += nombre;
		if (this.taille > this.limite) {
			throw new Contenus.TropGrand(this.limite);
		}
	}

}
