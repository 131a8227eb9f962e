import 'descent-lab/define';
import 'descent-lab/room.css';
