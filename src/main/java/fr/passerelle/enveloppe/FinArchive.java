package fr.passerelle.enveloppe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The end of a zip file, read before anything is listed: how many entries, and whether
 * the file is exactly the archive, no byte before, after or missing.
 *
 * @param entrees entries announced
 * @param debut where the central directory starts
 * @param taille its bytes
 */
record FinArchive(long entrees, long debut, long taille) {

	private static final int FIN = 0x06054b50;

	private static final int FIN_64 = 0x06064b50;

	private static final int RENVOI_64 = 0x07064b50;

	private static final int LONGUEUR_FIN = 22;

	private static final int LONGUEUR_RENVOI = 20;

	/** A comment is at most 65,535 bytes long. */
	private static final int QUEUE = LONGUEUR_FIN + 0xFFFF;

	static FinArchive lire(FileChannel canal) throws IOException {
		long taille = canal.size();
		ByteBuffer queue = lire(canal, Math.max(0, taille - QUEUE), (int) Math.min(taille, QUEUE));
		int fin = chercher(queue);
		long place = taille - queue.limit() + fin;
		FinArchive trouvee = new FinArchive(queue.getShort(fin + 10) & 0xFFFF, queue.getInt(fin + 16) & 0xFFFFFFFFL,
				queue.getInt(fin + 12) & 0xFFFFFFFFL);
		if (place >= LONGUEUR_RENVOI) {
			ByteBuffer renvoi = lire(canal, place - LONGUEUR_RENVOI, LONGUEUR_RENVOI);
			if (renvoi.getInt(0) == RENVOI_64) {
				place = renvoi.getLong(8);
				trouvee = lire64(canal, place);
			}
		}
		return trouvee.finitA(place);
	}

	private static FinArchive lire64(FileChannel canal, long place) throws IOException {
		if (place < 0 || place > canal.size() - 56) {
			throw Refus.de(Codes.TRONQUEE);
		}
		ByteBuffer fin = lire(canal, place, 56);
		if (fin.getInt(0) != FIN_64) {
			throw Refus.de(Codes.TRONQUEE);
		}
		return new FinArchive(fin.getLong(32), fin.getLong(48), fin.getLong(40));
	}

	private static int chercher(ByteBuffer queue) {
		int suivie = -1;
		for (int i = queue.limit() - LONGUEUR_FIN; i >= 0; i--) {
			if (queue.getInt(i) == FIN) {
				int reste = queue.limit() - i - LONGUEUR_FIN - (queue.getShort(i + 20) & 0xFFFF);
				if (reste == 0) {
					return i;
				}
				suivie = Math.max(suivie, reste);
			}
		}
		throw (suivie > 0) ? Refus.de(Codes.DECHETS, "octets", suivie) : Refus.de(Codes.TRONQUEE);
	}

	private FinArchive finitA(long place) {
		if (this.debut < 0 || this.taille < 0 || this.entrees < 0 || this.debut > place - this.taille) {
			throw Refus.de(Codes.TRONQUEE);
		}
		if (this.debut + this.taille != place) {
			throw Refus.de(Codes.DECHETS, "octets", place - this.debut - this.taille);
		}
		return this;
	}

	private static ByteBuffer lire(FileChannel canal, long debut, int longueur) throws IOException {
		ByteBuffer octets = ByteBuffer.allocate(longueur).order(ByteOrder.LITTLE_ENDIAN);
		while (octets.hasRemaining() && canal.read(octets, debut + octets.position()) >= 0) {
			continue;
		}
		return octets.flip();
	}

}
